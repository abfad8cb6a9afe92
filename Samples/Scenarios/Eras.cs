using System;
using System.Collections.Generic;
using Devmap;

namespace Scenarios;

/// <summary>The eras by the names that the command line has for them.</summary>
public static class Eras
{
    /// <summary>The three rule books that kernels have had.</summary>
    public static IReadOnlyList<string> Kernels { get; } = new[] { "5.15", "6.1", "6.15" };

    /// <summary>These, and what the thread talks about without a kernel having had it.</summary>
    public static IReadOnlyList<string> All { get; } = new[] { "5.15", "6.1", "6.5", "6.15", "counted-entries", "extra-reference-removed" };

    /// <summary>The era of a name; <see langword="null"/>: there is none.</summary>
    public static Era? Find(string name)
    {
        return name switch
        {
            "5.15" => Era.Linux515,
            "6.1" => Era.Linux61,
            "6.5" => Era.Linux65,
            "6.15" => Era.Linux615,
            "counted-entries" => Era.CountedEntries,
            "extra-reference-removed" => Era.ExtraReferenceRemoved,
            _ => null,
        };
    }
}
