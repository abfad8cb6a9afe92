using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Devmap.Analyzers.Options;

/// <summary>A key or a value that is configured and means nothing.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">What is written for it.</param>
/// <param name="Advice">What may be written instead.</param>
internal sealed record OptionMistake(string Key, string Value, string Advice);

/// <summary>Looks through what is configured for keys and values that mean nothing, each of them once.</summary>
internal static class OptionCheck
{
    public static List<OptionMistake> Find(AnalyzerConfigOptionsProvider provider, IEnumerable<SyntaxTree> trees)
    {
        var mistakes = new List<OptionMistake>();
        var seen = new HashSet<(string Key, string Value)>();
        Add(provider.GlobalOptions, seen, mistakes);
        foreach (SyntaxTree tree in trees)
        {
            Add(provider.GetOptions(tree), seen, mistakes);
        }

        mistakes.Sort(static (left, right) => string.CompareOrdinal(left.Key + "\n" + left.Value, right.Key + "\n" + right.Value));
        return mistakes;
    }

    private static void Add(AnalyzerConfigOptions options, HashSet<(string Key, string Value)> seen, List<OptionMistake> mistakes)
    {
        foreach (string key in KeysOf(options))
        {
            if (key.StartsWith(KnownOptions.Prefix, StringComparison.OrdinalIgnoreCase)
                && options.TryGetValue(key, out string? value)
                && seen.Add((key.ToLowerInvariant(), value))
                && MistakeIn(key, value) is { } mistake)
            {
                mistakes.Add(mistake);
            }
        }
    }

    // A host need not be able to list what is configured; then it can be asked for what is known.
    private static IEnumerable<string> KeysOf(AnalyzerConfigOptions options)
    {
        try
        {
            return options.Keys;
        }
        catch (NotImplementedException)
        {
            return KnownOptions.All.Select(static option => option.Key);
        }
    }

    private static OptionMistake? MistakeIn(string key, string value)
    {
        if (KnownOptions.Find(key) is { } option)
        {
            return option.Allows(value) ? null : new OptionMistake(option.Key, value, $"allowed is {option.Allowed}");
        }

        IEnumerable<string> known = KnownOptions.All.Select(static candidate => candidate.Key);
        return new OptionMistake(key, value, NearestName.Of(key, known, KnownOptions.Prefix.Length) is { } nearest
            ? $"there is no such option; the nearest is '{nearest}'"
            : "there is no such option");
    }
}
