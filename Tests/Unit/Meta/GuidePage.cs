using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Devmap.Tests.Unit.Contracts.Files;
using Devmap.Tests.Unit.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Devmap.Tests.Unit.Meta;

/// <summary>A guide: its named C# blocks are the files of one project, its contract blocks additional files of that.</summary>
internal sealed class GuidePage
{
    private readonly IReadOnlyList<CodeBlock> _blocks;

    private GuidePage(IReadOnlyList<CodeBlock> blocks) => _blocks = blocks;

    public static IEnumerable<string> Names => RepositoryFiles.NamesIn("docs", "guides");

    /// <summary>The blocks that show what a command prints.</summary>
    public IEnumerable<string> Outputs => BlocksOf("text").Select(block => block.Text);

    /// <summary>The blocks that configure the analyzers.</summary>
    public IEnumerable<string> Configurations => BlocksOf("ini").Select(block => block.Text);

    /// <summary>Files and lines at whose end a comment names a rule.</summary>
    public IEnumerable<string> Marks =>
        from block in Sources
        from numbered in block.Text.Split('\n').Select((text, index) => (Text: text, Line: index + 1))
        where numbered.Text.Contains("// DVM", StringComparison.Ordinal)
        select $"{block.File}({numbered.Line}): {numbered.Text[(numbered.Text.LastIndexOf("// ", StringComparison.Ordinal) + 3)..]}";

    private IEnumerable<CodeBlock> Sources => BlocksOf("csharp").Where(block => block.File.Length > 0);

    public static GuidePage Read(string name) => new(CodeBlock.In(RepositoryFiles.Read("docs", "guides", name + ".md")));

    /// <summary>What the rules report of the project of the page, which compiles without errors and warnings.</summary>
    public async Task<ImmutableArray<Diagnostic>> AnalyzeAsync()
    {
        SyntaxTree[] trees = Sources.Select(block => CSharpSyntaxTree.ParseText(block.Text, path: block.File)).ToArray();
        bool isProgram = trees.Any(tree => tree.GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any());
        CSharpCompilation compilation = ExampleCompiler.Compile(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, trees);
        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden);

        ImmutableArray<AdditionalText> contracts = [.. BlocksOf("contracts").Select(block => new MemoryFile(block.File, block.Text))];
        ImmutableArray<Diagnostic> reported = await compilation
            .WithAnalyzers(Rules.Analyzers, new AnalyzerOptions(contracts, ConfiguredOptions.Parse("")))
            .GetAnalyzerDiagnosticsAsync();
        return [.. reported.Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden)];
    }

    /// <summary>A diagnostic as a build prints it, without the link and the project behind it.</summary>
    public static string Print(Diagnostic diagnostic)
    {
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        return $"{Path.GetFileName(place.Path)}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}): {diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id}: {diagnostic.GetMessage()}";
    }

    private IEnumerable<CodeBlock> BlocksOf(string language) => _blocks.Where(block => block.Language == language);
}
