using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Devmap.Analyzers;
using Xunit;

namespace Devmap.Tests.Unit.Meta;

/// <summary>Every list of the rules has every rule, and no other.</summary>
public sealed partial class RuleListTests
{
    [Fact]
    public void The_ids_have_descriptors() =>
        Assert.Equal(
            typeof(DiagnosticIds).GetFields().Select(field => (string)field.GetRawConstantValue()!).Order(System.StringComparer.Ordinal),
            Rules.All.Select(rule => rule.Id));

    [Fact]
    public void The_readme_links_the_page_of_each() =>
        Assert.Equal(
            Rules.All.Select(rule => $"| [{rule.Id}](docs/rules/{rule.Id}.md) | {Rules.NameOf(rule.Id)} |"),
            ReadmeRow().Matches(RepositoryFiles.Read("README.md")).Select(match => match.Value));

    [Fact]
    public void The_readme_of_the_package_names_each() =>
        Assert.Equal(
            Rules.All.Select(rule => rule.Id),
            PackageReadmeRow().Matches(RepositoryFiles.Read("Package", "README.md")).Select(match => match.Groups[1].Value));

    [Fact]
    public void The_release_notes_of_the_analyzers_have_each_as_it_is()
    {
        IEnumerable<string> expected = Rules.All.Select(rule => $"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | {Rules.NameOf(rule.Id)}");
        string releases = RepositoryFiles.Read("Analyzers", "AnalyzerReleases.Shipped.md") + "\n" + RepositoryFiles.Read("Analyzers", "AnalyzerReleases.Unshipped.md");

        Assert.Equal(expected, ReleaseRow().Matches(releases).Select(match => match.Value).Order(System.StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^\| \[DVM\d{4}\]\([^)]*\) \| \w+ \|", RegexOptions.Multiline)]
    private static partial Regex ReadmeRow();

    [GeneratedRegex(@"^\| (DVM\d{4}) \|", RegexOptions.Multiline)]
    private static partial Regex PackageReadmeRow();

    [GeneratedRegex(@"^DVM\d{4} \|.*$", RegexOptions.Multiline)]
    private static partial Regex ReleaseRow();
}
