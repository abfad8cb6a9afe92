using System;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Devmap.Tests.FieldRun;

/// <summary>Runs every analyzer of the package over source folders. What is missing there is no obstacle.</summary>
public static class FieldAnalysis
{
    /// <summary>Diagnostics of the lowest severity are advice that no build shows.</summary>
    public static async Task<FieldReport> RunAsync(FieldRequest request, CancellationToken cancellation = default)
    {
        var watch = Stopwatch.StartNew();
        CSharpCompilation compilation = FieldCompilation.Create(request, cancellation);
        var size = SourceSize.Of(compilation, cancellation);

        ImmutableArray<DiagnosticAnalyzer> analyzers = CreateAnalyzers();
        var options = new AnalyzerOptions(
            [.. request.Files.Select(static file => new FieldFile(file))],
            new FieldOptions(request.Options));
        var run = new CompilationWithAnalyzers(compilation, analyzers, new CompilationWithAnalyzersOptions(
            options, onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: true));
        AnalysisResult result = await run.GetAnalysisResultAsync(cancellation);
        return new FieldReport(
            request.Root,
            size,
            TimeSpan.FromTicks(result.AnalyzerTelemetryInfo.Values.Sum(static info => info.ExecutionTime.Ticks)),
            watch.Elapsed,
            [.. result.GetAllDiagnostics()
                .Where(static diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden && !diagnostic.IsSuppressed)
                .OrderBy(static diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)
                .ThenBy(static diagnostic => diagnostic.Location.SourceSpan.Start)
                .ThenBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal)]);
    }

    private static ImmutableArray<DiagnosticAnalyzer> CreateAnalyzers() =>
        [.. typeof(ReferenceCountAnalyzer).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && type.IsAssignableTo(typeof(DiagnosticAnalyzer)))
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];
}
