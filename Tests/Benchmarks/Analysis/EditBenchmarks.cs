using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Devmap.Tests.Benchmarks.Analysis.Projects;
using Devmap.Tests.Benchmarks.Analysis.Subjects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.Tests.Benchmarks.Analysis;

/// <summary>What an editor asks after each key: the diagnostics of the one document that has changed, in a solution that has not.</summary>
[InProcess]
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, warmupCount: 5, iterationCount: 20)]
public class EditBenchmarks
{
    private CSharpCompilation _compilation = null!;
    private int _edits;

    [Params(1_000, 100_000)]
    public int Methods { get; set; }

    [Params(false, true)]
    public bool Analyzes { get; set; }

    [GlobalSetup]
    public void Generate() => _compilation = BenchmarkProject.Generate(Mix.Common, Methods).Compilation;

    [Benchmark]
    public async Task<int> Document()
    {
        SyntaxTree edited = Edit();
        SemanticModel model = _compilation.GetSemanticModel(edited);
        return Analyzes
            ? (await Run().GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, CancellationToken.None)).Length
            : model.GetDiagnostics().Length;
    }

    [Benchmark]
    public async Task<int> Span()
    {
        SyntaxTree edited = Edit();
        SemanticModel model = _compilation.GetSemanticModel(edited);
        TextSpan span = edited.GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.MethodDeclarationSyntax>().First().Span;
        return Analyzes
            ? (await Run().GetAnalyzerSemanticDiagnosticsAsync(model, span, CancellationToken.None)).Length
            : model.GetDiagnostics(span).Length;
    }

    // A statement in the body of the first method.
    private SyntaxTree Edit()
    {
        SyntaxTree tree = _compilation.SyntaxTrees[_compilation.SyntaxTrees.Length / 2];
        SourceText text = tree.GetText();
        int place = text.ToString().IndexOf("        {\n", StringComparison.Ordinal) + "        {\n".Length;
        SyntaxTree edited = tree.WithChangedText(text.WithChanges(new TextChange(new TextSpan(place, 0), $"            _ = {++_edits};\n")));
        _compilation = _compilation.ReplaceSyntaxTree(tree, edited);
        return edited;
    }

    private CompilationWithAnalyzers Run() => _compilation.WithAnalyzers(Subject.DevmapInEditor.Analyzers, new CompilationWithAnalyzersOptions(
        new AnalyzerOptions(ImmutableArray<AdditionalText>.Empty), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false));
}
