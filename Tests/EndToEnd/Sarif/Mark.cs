using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace Devmap.Tests.EndToEnd.Sarif;

/// <summary>A rule at a line: where a comment <c>// DVM1001: …</c> stands, or where a report does.</summary>
internal sealed partial record Mark(string Id, string File, int Line)
{
    /// <summary>The marks in the C# files of a folder, in their order.</summary>
    public static IReadOnlyList<Mark> ReadFolder(string folder) =>
        Directory.GetFiles(folder, "*.cs").SelectMany(file => ReadText(Path.GetFileName(file), System.IO.File.ReadAllText(file))).ToList();

    public static IReadOnlyList<Mark> ReadText(string file, string text) =>
        text.Split('\n')
            .SelectMany((line, index) => Comment().Matches(line).Select(match => new Mark(match.Groups[1].Value, file, index + 1)))
            .ToList();

    /// <summary>One line for each, in one order, so that two sets can be compared as text.</summary>
    public static string Describe(IEnumerable<Mark> marks) =>
        string.Join(Environment.NewLine, marks.Select(mark => $"{mark.File}({mark.Line}): {mark.Id}").Order(StringComparer.Ordinal));

    [GeneratedRegex(@"// (DVM\d{4}):")]
    private static partial Regex Comment();
}
