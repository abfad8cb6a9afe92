using System.Collections.Generic;
using System.Linq;
using Devmap.Tests.Differential.Execution;
using Devmap.Tests.Differential.PageLibrary.Execution;

namespace Devmap.Tests.Differential.PageLibrary.Trials;

/// <summary>How often the runtime and the analyzers agreed, rule by rule.</summary>
internal sealed class Figures
{
    private readonly List<Comparison> _disagreements = [];
    private readonly Dictionary<string, (int Agreed, int Missed, int False)> _rules = Rules.All.ToDictionary(static rule => rule, static _ => (0, 0, 0));

    public int Programs { get; private set; }

    /// <summary>Programs that run clean in every way: they count as much as the others.</summary>
    public int Clean { get; private set; }

    /// <summary>Programs with more executions than can be looked at.</summary>
    public int Skipped { get; set; }

    public IReadOnlyList<Comparison> Disagreements => _disagreements;

    public int Agreed(string rule) => _rules[rule].Agreed;

    public int Missed(string rule) => _rules[rule].Missed;

    public int False(string rule) => _rules[rule].False;

    public void Add(Comparison comparison)
    {
        Programs++;
        Clean += comparison.Truth.Count == 0 ? 1 : 0;
        foreach (string rule in Rules.All)
        {
            var row = _rules[rule];
            _rules[rule] = (row.Agreed + Count(comparison.Agreed), row.Missed + Count(comparison.Missed), row.False + Count(comparison.False));

            int Count(IEnumerable<Mistake> mistakes) => mistakes.Count(mistake => mistake.Rule == rule);
        }

        if (comparison.IsDisagreement)
        {
            _disagreements.Add(comparison);
        }
    }

    /// <summary>The lines that CI shows.</summary>
    public IEnumerable<string> Lines()
    {
        yield return $"figures: library programs: {Programs} programs, {Clean} clean, {Skipped} skipped, {_disagreements.Count} with a disagreement";
        foreach ((string rule, var row) in _rules)
        {
            yield return $"figures: library programs: {rule}: {row.Agreed} agreed, {row.Missed} missed, {row.False} false";
        }
    }
}
