using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Devmap.Tests.Unit.KernelHistory;
using Devmap.Tests.Unit.Meta;
using Devmap.Tests.Unit.Rules.Soundness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Devmap.Tests.Unit.FixedCode;

/// <summary>
/// What the fixes make of the kernel's bugs and of the examples of the rule pages is run, in all surroundings: whatever it
/// meets, it breaks no invariant and leaves nothing behind.
/// </summary>
public sealed class FixedCodeTests
{
    private const int MaxSteps = 4;
    private const string Prefix = "using System; using Devmap; using Devmap.Contracts; public static class Example { ";

    /// <summary>All code that gets a warning: the rows of the kernel's history by their names, the examples by their rules.</summary>
    public static TheoryData<string> Cases { get; } =
    [
        .. KernelHistoryTests.Cases.Select(row => row.Data).Where(name => name.EndsWith(".before", StringComparison.Ordinal)),
        .. Meta.Rules.All.Select(rule => rule.Id).Where(id => string.CompareOrdinal(id, "DVM3") < 0),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Runs_clean(string name)
    {
        Document document = await OfferedFixes.CreateAsync(Read(name));
        Diagnostic diagnostic = Assert.Single(await WarningsOfAsync(document));
        foreach (CodeAction action in await OfferedFixes.OfAsync(document, diagnostic))
        {
            Document @fixed = await RepairAsync(await OfferedFixes.ApplyAsync(document, action));
            string text = $"{action.Title}:\n{await @fixed.GetTextAsync()}";
            Assert.True((await WarningsOfAsync(@fixed)).IsEmpty, text);
            List<string> wrong = await CodeRunner.RunAsync(@fixed);
            Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct().Take(3)) + "\n" + text);
        }
    }

    /// <summary>The runs can tell: what was not fixed leaves something behind, or is stopped.</summary>
    [Theory]
    [InlineData("01-gup-device-huge-undo.before")]
    [InlineData("09-p2pdma-reference-per-resource.before")]
    [InlineData("10-pmem-unbind-order.before")]
    [InlineData("13-free-device-pages-count-one.before")]
    [InlineData("35-kvm-gfn-to-pfn-cache.before")]
    [InlineData("38-rapidio-negative-count.before")]
    [InlineData("DVM1003")]
    [InlineData("DVM2001")]
    [InlineData("DVM2004")]
    [InlineData("DVM2007")]
    public async Task Does_not_run_clean_before(string name) =>
        Assert.NotEmpty(await CodeRunner.RunAsync(await OfferedFixes.CreateAsync(Read(name))));

    // One step may show that another is missing, as in a teardown.
    private static async Task<Document> RepairAsync(Document document)
    {
        for (int step = 0; step < MaxSteps; step++)
        {
            Diagnostic? next = (await WarningsOfAsync(document)).FirstOrDefault();
            CodeAction? action = next is null ? null : (await OfferedFixes.OfAsync(document, next)).FirstOrDefault();
            if (action is null)
            {
                break;
            }

            document = await OfferedFixes.ApplyAsync(document, action);
        }

        return document;
    }

    private static string Read(string name) =>
        name.StartsWith("DVM", StringComparison.Ordinal) ? Prefix + RulePage.Read(name).Wrong + "}" : KernelHistoryTests.Read(name);

    private static async Task<ImmutableArray<Diagnostic>> WarningsOfAsync(Document document)
    {
        Compilation compilation = (await document.Project.GetCompilationAsync())!;
        ImmutableArray<Diagnostic> reported = await compilation.WithAnalyzers(Meta.Rules.Analyzers).GetAnalyzerDiagnosticsAsync();
        return [.. reported.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];
    }
}
