using System;
using System.Collections.Immutable;

namespace Devmap.Analyzers.Options;

/// <summary>Every option there is: its key, its values and its default.</summary>
internal static class KnownOptions
{
    /// <summary>What every key begins with.</summary>
    public const string Prefix = "devmap_";

    public static readonly Option<ExceptionPaths> ExceptionPaths = Choice(
        "devmap_exceptions", Options.ExceptionPaths.Explicit,
        ("none", Options.ExceptionPaths.None), ("explicit", Options.ExceptionPaths.Explicit), ("calls", Options.ExceptionPaths.Calls));

    public static readonly Option<SymbolList> ExcludedTypes = List("devmap_excluded_types", "types", "T");

    public static readonly Option<SymbolList> ExcludedMembers = List("devmap_excluded_members", "members", "MPFE");

    public static readonly Option<bool> UnknownCallsKeep = Choice("devmap_unknown_calls_keep", true, ("true", true), ("false", false));

    public static readonly Option<bool> Strict = Choice("devmap_strict", false, ("true", true), ("false", false));

    public static readonly Option<KernelEra> Era = Choice(
        "devmap_era", KernelEra.Linux615,
        ("linux_5_15", KernelEra.Linux515), ("linux_6_1", KernelEra.Linux61), ("linux_6_15", KernelEra.Linux615));

    public static ImmutableArray<Option> All { get; } =
        ImmutableArray.Create<Option>(ExceptionPaths, ExcludedTypes, ExcludedMembers, UnknownCallsKeep, Strict, Era);

    public static Option? Find(string key)
    {
        foreach (Option option in All)
        {
            if (string.Equals(option.Key, key, StringComparison.OrdinalIgnoreCase))
            {
                return option;
            }
        }

        return null;
    }

    private static Option<T> Choice<T>(string key, T @default, params (string Word, T Value)[] values)
    {
        string allowed = string.Join(", ", Array.ConvertAll(values, static value => value.Word));
        return new Option<T>(key, "one of " + allowed, @default, text =>
        {
            foreach ((string word, T value) in values)
            {
                if (string.Equals(word, text, StringComparison.OrdinalIgnoreCase))
                {
                    return (true, value);
                }
            }

            return (false, @default);
        });
    }

    private static Option<SymbolList> List(string key, string what, string idKinds) => new(
        key,
        $"a list, separated by commas, of names, full names or documentation-comment ids of {what}",
        SymbolList.Empty,
        text => SymbolList.TryParse(text, idKinds, out SymbolList list) ? (true, list) : (false, SymbolList.Empty));
}
