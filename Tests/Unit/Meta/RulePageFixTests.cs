using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Devmap.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Devmap.Tests.Unit.Meta;

/// <summary>Where a rule has a fix, the light bulb offers it for the wrong example of the page, and it is enough.</summary>
public sealed partial class RulePageFixTests
{
    public static TheoryData<string> Ids => new(Rules.All.Select(rule => rule.Id).Where(id => FixOf(id) is not null));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_first_fix_makes_the_wrong_example_right(string id)
    {
        Document wrong = ExampleCompiler.DocumentOf(RulePage.Read(id).Wrong);

        CodeAction first = (await OfferedAsync(wrong, id))[0];

        Assert.Empty((await ReportsOfAsync(await ApplyAsync(wrong, first))).Where(found => found.Id == id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_right_example_is_what_one_of_the_fixes_makes(string id)
    {
        Document wrong = ExampleCompiler.DocumentOf(RulePage.Read(id).Wrong);
        var made = new List<string>();
        foreach (CodeAction action in await OfferedAsync(wrong, id))
        {
            made.Add((await (await ApplyAsync(wrong, action)).GetTextAsync()).ToString());
        }

        string right = (await ExampleCompiler.DocumentOf(RulePage.Read(id).Right).GetTextAsync()).ToString();
        Assert.Contains(WithoutMark(right), made.Select(WithoutMark));
    }

    /// <summary>A light bulb shows an imperative, names of the user in quotes, and no full stop.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_titles_say_what_will_happen_and_the_keys_are_those_of_the_page_of_fixes(string id)
    {
        string page = RepositoryFiles.Read("docs", "fixes.md");

        Assert.All(await OfferedAsync(ExampleCompiler.DocumentOf(RulePage.Read(id).Wrong), id), action =>
        {
            Assert.Matches(@"^[A-Z][a-z]+ [^.]*(\.\w+[^.]*)*[^.\s]$", action.Title);
            Assert.Matches($@"\| \[{id}\]\([^)]*\) \| [^|]+ \| `{Regex.Escape(action.EquivalenceKey!)}` \|", page);
        });
    }

    private static async Task<IReadOnlyList<CodeAction>> OfferedAsync(Document document, string id)
    {
        Diagnostic report = (await ReportsOfAsync(document)).Single(found => found.Id == id);
        var offered = new List<CodeAction>();
        await FixOf(id)!.RegisterCodeFixesAsync(new CodeFixContext(document, report, (action, _) => offered.Add(action), CancellationToken.None));
        Assert.NotEmpty(offered);
        return offered;
    }

    private static async Task<Document> ApplyAsync(Document document, CodeAction action)
    {
        ApplyChangesOperation changed = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
        return changed.ChangedSolution.GetDocument(document.Id)!;
    }

    private static async Task<ImmutableArray<Diagnostic>> ReportsOfAsync(Document document) =>
        await (await document.Project.GetCompilationAsync())!.WithAnalyzers(Rules.Analyzers).GetAnalyzerDiagnosticsAsync();

    private static string WithoutMark(string text) => Mark().Replace(text, "");

    private static DevmapCodeFixProvider? FixOf(string id) =>
        typeof(DevmapCodeFixProvider).Assembly.GetTypes()
            .Where(type => type.Name == Rules.NameOf(id) + "Fix" && type.IsSubclassOf(typeof(DevmapCodeFixProvider)))
            .Select(type => (DevmapCodeFixProvider?)Activator.CreateInstance(type))
            .SingleOrDefault();

    // A comment that stood behind what was removed stays on a line of its own.
    [GeneratedRegex(@"(\n[ \t]*| )// DVM\d{4}(?=\r?\n)")]
    private static partial Regex Mark();
}
