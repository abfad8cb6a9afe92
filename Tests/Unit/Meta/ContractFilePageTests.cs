using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.Analyzers.Contracts.Files;
using Devmap.Tests.Unit.Contracts.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace Devmap.Tests.Unit.Meta;

/// <summary>The page about contract files shows every clause, in examples that are in force.</summary>
public sealed partial class ContractFilePageTests
{
    private static readonly string Page = RepositoryFiles.Read("docs", "contract-files.md");

    private static readonly string[] Examples = Block().Matches(Page)
        .Where(block => block.Groups[1].Value == "contracts")
        .Select(block => block.Groups[2].Value)
        .ToArray();

    [Fact]
    public async Task Every_example_names_a_member_and_is_read()
    {
        var compilation = CSharpCompilation.Create(
            "Lib",
            [CSharpSyntaxTree.ParseText(Block().Matches(Page).Single(block => block.Groups[1].Value == "csharp").Groups[2].Value)],
            await ReferenceAssemblies.Default.ResolveAsync(LanguageNames.CSharp, default),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        var file = new MemoryFile("/RefContracts.txt", string.Join("\n", Examples));
        var reported = await compilation
            .WithAnalyzers([new ContractFileAnalyzer()], new AnalyzerOptions([file]))
            .GetAnalyzerDiagnosticsAsync();

        Assert.Empty(reported);
        Assert.All(
            FileWorld.Read(string.Join("\n", Examples[1..])).Entries.Where(entry => entry.Id.Kind != 'A'),
            entry => Assert.NotNull(EntryTarget.Find(entry.Id, compilation).Symbol));
    }

    [Fact]
    public void Every_verb_and_option_has_an_example()
    {
        string examples = string.Join("\n", Examples);

        Assert.All(ClauseVerbs.All.Concat(ClauseVerbs.AllOptions), word => Assert.Matches($@"\W{word}\b", examples));
        Assert.All(ClauseVerbs.Conditions.Skip(1), condition => Assert.Contains($"`{condition}`", Page.Replace("when true`", "true`", StringComparison.Ordinal)));
    }

    [GeneratedRegex("```(\\w+)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
