using System.Linq;
using System.Threading.Tasks;
using Devmap.Analyzers.Options;
using Devmap.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace Devmap.Tests.Unit.Meta;

/// <summary>Every rule has a page, in one shape, that says what is true.</summary>
public sealed class RulePageTests
{
    public static TheoryData<string> Ids => Rules.Ids;

    [Fact]
    public void There_is_one_page_for_each_rule() =>
        Assert.Equal(Rules.All.Select(rule => rule.Id), RepositoryFiles.NamesIn("docs", "rules"));

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_help_link_leads_to_the_page(string id) =>
        Assert.EndsWith($"/docs/rules/{id}.md", Rules.Find(id).HelpLinkUri);

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_is_headed_by_id_name_and_title(string id)
    {
        RulePage page = RulePage.Read(id);

        Assert.Equal($"# {id}: {Rules.NameOf(id)}", page.Heading);
        Assert.Equal($"{Rules.Find(id).Title}.", page.Title);
        Assert.Equal(["What went wrong", "Wrong", "Right", "Why it matters", "When to suppress", "Options"], page.Sections);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_states_category_severity_and_fix(string id)
    {
        DiagnosticDescriptor rule = Rules.Find(id);
        string[] properties = RulePage.Read(id).Properties;

        Assert.Equal([rule.Category, rule.DefaultSeverity.ToString().ToLowerInvariant(), rule.IsEnabledByDefault ? "yes" : "no"], properties[..3]);
        Assert.Equal(HasFix(id), properties[3] != "none");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_wrong_example_gets_the_warning_that_the_page_shows(string id)
    {
        RulePage page = RulePage.Read(id);

        Diagnostic reported = Assert.Single(await ExampleCompiler.AnalyzeMethodsAsync(page.Wrong, page.WrongConfiguration, page.WrongContracts), found => IsShown(found) || found.Id == id);

        Assert.Equal(id, reported.Id);
        if (reported.Location != Location.None)
        {
            (string text, string mark) = reported.Location.IsInSource ? (page.Wrong, "// DVM") : (page.WrongContracts, "# DVM");
            string[] lines = text.Split('\n');
            Assert.EndsWith(mark[..^"DVM".Length] + id, lines[reported.Location.GetLineSpan().StartLinePosition.Line]);
            Assert.Single(lines, line => line.Contains(mark, System.StringComparison.Ordinal));
        }

        Assert.Equal($"{reported.Severity.ToString().ToLowerInvariant()} {id}: {reported.GetMessage()}", page.Warning);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_right_example_gets_none(string id)
    {
        RulePage page = RulePage.Read(id);

        Assert.DoesNotContain(await ExampleCompiler.AnalyzeMethodsAsync(page.Right, page.RightConfiguration, page.RightContracts), found => IsShown(found) || found.Id == id);
    }

    /// <summary>Rules of counts would have caught something real: a commit, or an issue of a public project.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void What_it_would_have_caught_is_named(string id)
    {
        if (Rules.Find(id).Category is "Devmap" or "ReferenceCounting")
        {
            Assert.Matches(@"\b[0-9a-f]{9,14}\b", RulePage.Read(id).Section("Why it matters"));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_options_exist(string id) =>
        Assert.All(RulePage.Read(id).Options, option => Assert.Contains(option, KnownOptions.All.Select(known => known.Key)));

    // Advice that only a light bulb gives is no part of the other rules' pages.
    private static bool IsShown(Diagnostic diagnostic) => diagnostic.Severity > DiagnosticSeverity.Hidden;

    private static bool HasFix(string id) =>
        typeof(DevmapCodeFixProvider).Assembly.GetTypes().Any(type => type.Name == Rules.NameOf(id) + "Fix" && type.IsSubclassOf(typeof(CodeFixProvider)));
}
