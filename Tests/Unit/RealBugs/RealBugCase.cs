using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Devmap.Tests.Unit.RealBugs;

/// <summary>One file of <c>Cases</c> and its marks. The README says what they mean.</summary>
internal sealed partial class RealBugCase
{
    private const string Folder = "RealBugs.Cases.";

    private readonly List<Expectation> _expected = [];

    private RealBugCase(string name, string code)
    {
        Name = name;
        Code = code;
        string[] lines = code.Split('\n');
        for (int line = 0; line < lines.Length; line++)
        {
            if (ExpectMark().Match(lines[line]) is { Success: true } expect)
            {
                _expected.Add(new Expectation(expect.Groups[1].Value.Split('|'), [line]));
            }
            else if (OrMark().IsMatch(lines[line]))
            {
                _expected[^1].Lines.Add(line);
            }
        }
    }

    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(RealBugCase).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && char.IsAsciiDigit(name[Folder.Length]))
            .Select(name => name[Folder.Length..^".cs".Length])
            .Order(StringComparer.Ordinal)];

    public string Name { get; }

    public string Code { get; }

    /// <summary>The options that the case is meant for, as lines of an <c>.editorconfig</c>.</summary>
    public string Options => OptionMark().Match(Code) is { Success: true } option ? $"devmap_{option.Groups[1].Value} = {option.Groups[2].Value}" : "";

    public static RealBugCase Read(string name) => new(name, ReadFile(name + ".cs"));

    public static string ReadFile(string name)
    {
        using var reader = new StreamReader(typeof(RealBugCase).Assembly.GetManifestResourceStream(Folder + name)!);
        return reader.ReadToEnd();
    }

    /// <summary>What is reported and not expected, and the other way round.</summary>
    public IEnumerable<string> Differences(IEnumerable<Diagnostic> reported)
    {
        var missing = new List<Expectation>(_expected);
        foreach (Diagnostic diagnostic in reported)
        {
            int line = diagnostic.Location.GetLineSpan().StartLinePosition.Line;
            int match = missing.FindIndex(expected => expected.Ids.Contains(diagnostic.Id) && expected.Lines.Contains(line));
            if (match >= 0)
            {
                missing.RemoveAt(match);
            }
            else
            {
                yield return $"surplus: line {line + 1}, {diagnostic.Id}: {diagnostic.GetMessage()}";
            }
        }

        foreach (Expectation expected in missing)
        {
            yield return $"missing: line {string.Join(" or ", expected.Lines.Select(line => line + 1))}, {string.Join(" or ", expected.Ids)}";
        }
    }

    [GeneratedRegex(@"// EXPECT ([\w|]+)")]
    private static partial Regex ExpectMark();

    [GeneratedRegex(@"// OR\b")]
    private static partial Regex OrMark();

    [GeneratedRegex(@"^// OPTION: (\w+)=(\w+)", RegexOptions.Multiline)]
    private static partial Regex OptionMark();

    private sealed record Expectation(string[] Ids, List<int> Lines);
}
