using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Devmap.Tests.Unit.Meta;

/// <summary>What the guides show is what a reader gets.</summary>
public sealed partial class GuideExampleTests
{
    public static TheoryData<string> Pages => new(GuidePage.Names);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_examples_get_the_reports_that_are_marked_and_no_other(string name)
    {
        GuidePage page = GuidePage.Read(name);

        ImmutableArray<Diagnostic> reported = await page.AnalyzeAsync();

        Assert.Equal(
            page.Marks.Order(StringComparer.Ordinal),
            reported.Select(found => $"{Path.GetFileName(found.Location.SourceTree!.FilePath)}({found.Location.GetLineSpan().StartLinePosition.Line + 1}): {found.Id}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_warning_that_is_printed_is_one_of_them_word_for_word(string name)
    {
        GuidePage page = GuidePage.Read(name);
        string[] reported = [.. (await page.AnalyzeAsync()).Select(GuidePage.Print)];

        Assert.All(
            page.Outputs.SelectMany(output => output.Split('\n')).Where(line => PrintedWarning().IsMatch(line)),
            line => Assert.Contains(line.Replace("): error DVM", "): warning DVM", StringComparison.Ordinal), reported));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_story_that_is_told_is_that_of_a_report(string name)
    {
        GuidePage page = GuidePage.Read(name);
        string?[] stories = [.. (await page.AnalyzeAsync()).Select(found => found.Properties.GetValueOrDefault(DiagnosticProperties.Story))];

        Assert.All(
            page.Outputs.Where(output => output.StartsWith("1. line", StringComparison.Ordinal)),
            story => Assert.Contains(story.TrimEnd(), stories));
    }

    /// <summary>An option that does not exist, or a value that it cannot have, is DVM3006.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_option_exists(string name)
    {
        foreach (string configuration in GuidePage.Read(name).Configurations)
        {
            Assert.Empty(await ExampleCompiler.AnalyzeAsync("class Empty { }", configuration));
        }
    }

    [GeneratedRegex(@"^\w+\.cs\(\d+,\d+\): ")]
    private static partial Regex PrintedWarning();
}
