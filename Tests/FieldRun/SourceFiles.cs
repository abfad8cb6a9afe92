using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;

namespace Devmap.Tests.FieldRun;

/// <summary>The C# files of folders.</summary>
internal static class SourceFiles
{
    // What a build leaves behind is no source.
    private static readonly string[] NeverSource = ["bin", "obj"];

    /// <summary>Full paths, each once, in the order of their names: two runs over the same files say the same.</summary>
    public static ImmutableArray<string> Find(ImmutableArray<string> folders, FieldRequest request) =>
        [.. folders
            .SelectMany(folder => FindIn(Path.GetFullPath(folder), request.Excluded))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];

    private static IEnumerable<string> FindIn(string folder, ImmutableArray<string> excluded) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(folder, file)
                .Split(Path.DirectorySeparatorChar)
                .Any(part => NeverSource.Contains(part, StringComparer.OrdinalIgnoreCase) || excluded.Contains(part, StringComparer.OrdinalIgnoreCase)));
}
