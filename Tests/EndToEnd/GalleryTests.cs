using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Devmap.Tests.EndToEnd.Hosting;
using Devmap.Tests.EndToEnd.Sarif;
using Devmap.Tests.Unit.Meta;
using Xunit;

namespace Devmap.Tests.EndToEnd;

/// <summary>Each sample stands twice, wrong and right, and shows what its readme says.</summary>
public sealed partial class GalleryTests
{
    /// <summary>Every sample that has a right version beside it.</summary>
    public static TheoryData<string> Names => new(
        Directory.GetDirectories(Repository.PathOf("Samples"), "*.Fixed").Select(folder => Path.GetFileNameWithoutExtension(folder)!).Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void The_wrong_version_gets_exactly_the_marked_warnings(string name)
    {
        IReadOnlyList<ReportedDiagnostic> reported = Sample.Reports(name);

        Assert.NotEmpty(reported);
        Assert.Equal(
            Mark.Describe(Mark.ReadFolder(Repository.PathOf("Samples", name))),
            Mark.Describe(reported.Select(diagnostic => diagnostic.Place)));
        Assert.All(reported, diagnostic => Assert.False(diagnostic.IsSuppressed));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_right_version_gets_none(string name) => Assert.Empty(Sample.Reports(name + ".Fixed"));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_right_version_prints_what_the_readme_shows(string name)
    {
        string shown = OutputBehind(name, $"dotnet run --project Samples/{name}.Fixed");

        string printed = (await Sample.RunAsync(name + ".Fixed")).Output;

        Assert.Equal(LinesOf(shown), LinesOf(printed));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_readme_names_each_misuse(string name) =>
        Assert.Equal(
            Mark.ReadFolder(Repository.PathOf("Samples", name)).Select(mark => $"{mark.File}: {mark.Id}").Order(StringComparer.Ordinal),
            Row().Matches(ReadmeOf(name)).Select(row => $"{row.Groups["file"].Value}: {row.Groups["id"].Value}").Order(StringComparer.Ordinal));

    [Fact]
    public void The_gallery_leads_to_each() =>
        Assert.All(Names, name => Assert.Contains($"({name.Data}/README.md)", File.ReadAllText(Repository.PathOf("Samples", "README.md"))));

    private static string OutputBehind(string name, string command)
    {
        IReadOnlyList<CodeBlock> blocks = CodeBlock.In(ReadmeOf(name));
        int index = blocks.ToList().FindIndex(block => block.Language == "sh" && block.Text.Split('\n').Any(line => line.StartsWith(command, StringComparison.Ordinal)));
        return blocks.Skip(index + 1).First(block => block.Language == "text").Text;
    }

    private static string[] LinesOf(string text) => [.. text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)];

    private static string ReadmeOf(string name) => File.ReadAllText(Repository.PathOf("Samples", name, "README.md")).Replace("\r\n", "\n");

    [GeneratedRegex(@"^\| \[(?<file>\w+\.cs)\]\(\w+\.cs\) \| \[(?<id>DVM\d{4})\]\(", RegexOptions.Multiline)]
    private static partial Regex Row();
}
