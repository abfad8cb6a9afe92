using System;
using System.Collections.Generic;
using System.Linq;
using Devmap.Tests.Differential.Execution;

namespace Devmap.Tests.Differential.PageLibrary.Execution;

/// <summary>
/// What goes wrong in the executions of one program. Who reads the program cannot tell those apart that go the same way
/// because others hold, or do not, what it only looked at: behind the first mistake with an object nothing more is said of it
/// on any way that goes on from there.
/// </summary>
internal sealed class Noted
{
    private readonly HashSet<Entry> _found = [];
    private readonly HashSet<int> _asked = [];

    public HashSet<Mistake> Mistakes => [.. _found.GroupBy(static entry => entry.Subject).SelectMany(static group => Visible([.. group])).Where(IsUnasked).Select(static entry => entry.Mistake)];

    /// <summary>The answer of a line was asked for, in one execution: that others have no need to ask is no mistake.</summary>
    public void Ask(int line) => _asked.Add(line);

    public void Add(Entry entry) => _found.Add(entry);

    private static IEnumerable<Entry> Visible(Entry[] entries) => entries.Where(entry =>
        !Array.Exists(entries, first => first.IsFollowed && first.Way.Length < entry.Way.Length && entry.Way.StartsWith(first.Way, StringComparison.Ordinal)));

    private bool IsUnasked(Entry entry) => !entry.IsAnswer || !_asked.Contains(entry.Mistake.Site);

    /// <param name="Subject">What the mistake was made with.</param>
    /// <param name="Way">The lines that the execution went through up to there, and what was answered to it.</param>
    /// <param name="Mistake">The mistake.</param>
    /// <param name="IsFollowed">Whether what comes behind may follow from it.</param>
    /// <param name="IsAnswer">It is that nobody asks for an answer.</param>
    internal readonly record struct Entry(string Subject, string Way, Mistake Mistake, bool IsFollowed, bool IsAnswer = false);
}
