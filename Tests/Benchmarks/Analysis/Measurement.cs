using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Devmap.Tests.Benchmarks.Analysis.Projects;
using Devmap.Tests.Benchmarks.Analysis.Subjects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Devmap.Tests.Benchmarks.Analysis;

/// <summary>One run over one project, which nobody has looked at before.</summary>
/// <param name="Elapsed">Processor time from the start to the last diagnostic, the binding of bodies included.</param>
/// <param name="InAnalyzers">In the analyzers' own code, as the compiler counts with <c>/reportanalyzer</c>.</param>
/// <param name="Allocated">Bytes.</param>
/// <param name="Diagnostics">What was said.</param>
internal sealed record Measurement(TimeSpan Elapsed, TimeSpan InAnalyzers, long Allocated, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>What the compiler takes for the project: it binds, checks and writes the assembly.</summary>
    public static Measurement OfCompiler(BenchmarkProject project)
    {
        CSharpCompilation compilation = project.Compilation.Clone();
        using var assembly = new MemoryStream();
        (long before, TimeSpan start) = Start();
        bool success = compilation.Emit(assembly).Success;
        var measured = new Measurement(ProcessorTime() - start, TimeSpan.Zero, GC.GetTotalAllocatedBytes() - before, []);
        return success || project.Text is null ? measured : throw new InvalidOperationException($"{project.Name} does not compile: {compilation.GetDiagnostics().First(static d => d.Severity == DiagnosticSeverity.Error)}");
    }

    public static async Task<Measurement> OfAsync(BenchmarkProject project, Subject subject, bool concurrent)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: static (exception, analyzer, _) => throw new InvalidOperationException($"{analyzer} threw", exception),
            concurrentAnalysis: concurrent,
            logAnalyzerExecutionTime: true);
        CompilationWithAnalyzers run = project.Compilation.Clone().WithAnalyzers(subject.Analyzers, options);
        (long before, TimeSpan start) = Start();
        AnalysisResult result = await run.GetAnalysisResultAsync(CancellationToken.None);
        var measured = new Measurement(
            ProcessorTime() - start,
            TimeSpan.FromTicks(result.AnalyzerTelemetryInfo.Values.Sum(static info => info.ExecutionTime.Ticks)),
            GC.GetTotalAllocatedBytes() - before,
            result.GetAllDiagnostics());
        Validate(project, subject, measured.Diagnostics);
        return measured;
    }

    // A broken analyzer is a fast one.
    private static void Validate(BenchmarkProject project, Subject subject, ImmutableArray<Diagnostic> diagnostics)
    {
        if (diagnostics.FirstOrDefault(static diagnostic => diagnostic.Id is "AD0001") is { } crash)
        {
            throw new InvalidOperationException(crash.ToString());
        }

        if (project.Text is not { } text || subject.Planted is not { } planted)
        {
            return;
        }

        int expected = planted == Subject.Devmap.Planted ? text.LeakedReferences : text.UndisposedObjects;
        int found = diagnostics.Count(diagnostic => diagnostic.Id == planted);
        if (found != expected)
        {
            throw new InvalidOperationException($"{subject.Name} reported {planted} {found} times in '{project.Name}', where {expected} are planted");
        }
    }

    private static (long Allocated, TimeSpan ProcessorTime) Start()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return (GC.GetTotalAllocatedBytes(), ProcessorTime());
    }

    // Not the time of day: what else the machine does is nobody's cost here.
    private static TimeSpan ProcessorTime() => Environment.CpuUsage.TotalTime;
}
