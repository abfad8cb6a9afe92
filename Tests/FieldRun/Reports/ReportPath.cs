using System;
using System.IO;
using Microsoft.CodeAnalysis;

namespace Devmap.Tests.FieldRun.Reports;

/// <summary>Places in a form that is the same on every machine.</summary>
internal static class ReportPath
{
    /// <summary><c>folder/file.cs(line,column)</c>, both from 1 on.</summary>
    public static string Of(Location location, string root)
    {
        FileLinePositionSpan span = location.GetLineSpan();
        return span.Path.Length == 0 ? "(no place)"
            : FormattableString.Invariant($"{Relative(span.Path, root)}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1})");
    }

    public static string Relative(string path, string root) => Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');
}
