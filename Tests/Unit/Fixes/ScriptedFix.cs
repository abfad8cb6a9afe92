using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace Devmap.Tests.Unit.Fixes;

/// <summary>
/// Applies a fix to a diagnostic that the test writes down itself, so that an edit is tested apart from the analysis
/// that asks for it: <c>[|…|]</c> is the squiggle, <c>{|exit:…|}</c> an exit that leaks, any other name a step of the story
/// with that role.
/// </summary>
internal static class ScriptedFix
{
    /// <summary>Asserts what the fix with <paramref name="key"/> (or the first one) makes of <paramref name="marked"/>.</summary>
    public static async Task VerifyAsync<TFix>(string marked, string expected, string? key, params (string Key, string Value)[] properties)
        where TFix : DevmapCodeFixProvider, new()
    {
        var (document, fixes) = await OfferAsync<TFix>(marked, properties);
        var action = key is null ? fixes.FirstOrDefault() : fixes.FirstOrDefault(fix => fix.EquivalenceKey == key);
        Assert.True(action is not null, "Offered: " + string.Join(", ", fixes.Select(fix => fix.EquivalenceKey)));
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
        Assert.Equal(expected, (await changed.GetTextAsync()).ToString());
        Assert.Empty(await ErrorsOfAsync(changed));
    }

    /// <summary>The titles of what is offered, in order.</summary>
    public static async Task<IReadOnlyList<string>> TitlesAsync<TFix>(string marked, params (string Key, string Value)[] properties)
        where TFix : DevmapCodeFixProvider, new() =>
        [.. (await OfferAsync<TFix>(marked, properties)).Fixes.Select(fix => fix.Title)];

    private static async Task<(Document Document, List<CodeAction> Fixes)> OfferAsync<TFix>(string marked, (string Key, string Value)[] properties)
        where TFix : DevmapCodeFixProvider, new()
    {
        var (text, spans) = MarkupParser.Parse(marked);
        var workspace = new AdhocWorkspace();
        var project = workspace.AddProject("Test", LanguageNames.CSharp)
            .WithCompilationOptions(new CSharpCompilationOptions(
                text.StartsWith("// top level", System.StringComparison.Ordinal) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable))
            .WithParseOptions(new CSharpParseOptions(LanguageVersion.Latest))
            .AddMetadataReferences(await ReferenceAssemblies.Default.ResolveAsync(LanguageNames.CSharp, CancellationToken.None));
        project = project.AddDocument("Library.cs", ScriptedLibrary.Source).Project;
        var document = project.AddDocument("Test.cs", text);
        Assert.Empty(await ErrorsOfAsync(document));

        var provider = new TFix();
        var diagnostic = await DescribeAsync(document, provider.FixableDiagnosticIds.Single(), spans, properties);
        var fixes = new List<CodeAction>();
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (fix, _) => fixes.Add(fix), CancellationToken.None));
        return (document, fixes);
    }

    private static async Task<Diagnostic> DescribeAsync(
        Document document, string id, ImmutableArray<MarkupSpan> spans, (string Key, string Value)[] properties)
    {
        var tree = (await document.GetSyntaxTreeAsync())!;
        var steps = spans.Where(span => span.Name is not null and not "exit").ToList();
        var exits = spans.Where(span => span.Name == "exit").Select(span => span.Span.Start.ToString());
        var described = properties.ToDictionary(property => property.Key, property => (string?)property.Value);
        described.TryGetValue(DiagnosticProperties.LeakExits, out var listed);
        described[DiagnosticProperties.LeakExits] = string.Join(";", exits.Concat(listed is null ? [] : [listed]));
        described[DiagnosticProperties.StoryRoles] = string.Join(";", steps.Select(step => step.Name));
        return Diagnostic.Create(
            new DiagnosticDescriptor(id, id, id, "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true),
            Location.Create(tree, spans.Single(span => span.Name is null).Span),
            steps.Select(step => Location.Create(tree, step.Span)),
            described.ToImmutableDictionary());
    }

    private static async Task<IEnumerable<string>> ErrorsOfAsync(Document document)
    {
        var compilation = await document.Project.GetCompilationAsync();
        return compilation!.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id is not "CS8019")
            .Select(diagnostic => diagnostic.ToString());
    }
}
