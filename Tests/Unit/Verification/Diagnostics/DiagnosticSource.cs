using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Asks the compiler and the analyzers of a test what they report in a project.</summary>
internal sealed class DiagnosticSource
{
    /// <summary>The id under which Roslyn reports that an analyzer threw.</summary>
    public const string AnalyzerException = "AD0001";

    // Other additional files make no other compilation.
    private readonly Dictionary<(Compilation, AnalyzerOptions), ImmutableArray<Diagnostic>> _analyzed = [];
    private readonly ImmutableArray<DiagnosticAnalyzer> _analyzers;
    private readonly CompilerDiagnostics _compilerDiagnostics;
    private readonly ImmutableHashSet<string> _fixableIds;

    /// <param name="analyzers">The analyzers under test.</param>
    /// <param name="compilerDiagnostics">Which diagnostics of the compiler are of interest.</param>
    /// <param name="fixableIds">The diagnostics that the test fixes: of interest even where the compiler reports them.</param>
    public DiagnosticSource(ImmutableArray<DiagnosticAnalyzer> analyzers, CompilerDiagnostics compilerDiagnostics, ImmutableHashSet<string> fixableIds)
    {
        _analyzers = analyzers;
        _compilerDiagnostics = compilerDiagnostics;
        _fixableIds = fixableIds;
    }

    /// <summary>What the analyzers report, what they say of silenced diagnostics included.</summary>
    public async Task<ImmutableArray<Diagnostic>> GetAnalyzerDiagnosticsAsync(Project project, IVerifier verifier, CancellationToken cancellationToken)
    {
        if (_analyzers.IsEmpty)
        {
            return [];
        }

        var compilation = (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false))!;
        if (_analyzed.TryGetValue((compilation, project.AnalyzerOptions), out var known))
        {
            return known;
        }

        var options = new CompilationWithAnalyzersOptions(
            project.AnalyzerOptions,
            onAnalyzerException: null,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: true);
        var diagnostics = await compilation.WithAnalyzers(_analyzers, options).GetAnalyzerDiagnosticsAsync(cancellationToken).ConfigureAwait(false);
        foreach (var exception in diagnostics.Where(diagnostic => diagnostic.Id == AnalyzerException))
        {
            verifier.Fail($"An analyzer threw. {exception.GetMessage()}\n{exception.Descriptor.Description}");
        }

        _analyzed.Add((compilation, project.AnalyzerOptions), diagnostics);
        return diagnostics;
    }

    /// <summary>What the compiler reports of what the test has to expect.</summary>
    public async Task<ImmutableArray<Diagnostic>> GetCompilerDiagnosticsAsync(Project project, CancellationToken cancellationToken)
    {
        var compilation = (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false))!;
        return [.. compilation.GetDiagnostics(cancellationToken).Where(diagnostic => !diagnostic.IsSuppressed && IsOfInterest(diagnostic))];
    }

    /// <summary>Everything that the test has to expect in all projects of the solution, in the order of the text.</summary>
    public async Task<ImmutableArray<Diagnostic>> GetAllAsync(Solution solution, IVerifier verifier, CancellationToken cancellationToken)
    {
        var all = new List<Diagnostic>();
        foreach (var project in solution.Projects)
        {
            all.AddRange(await GetCompilerDiagnosticsAsync(project, cancellationToken).ConfigureAwait(false));
            all.AddRange(await GetAnalyzerDiagnosticsAsync(project, verifier, cancellationToken).ConfigureAwait(false));
        }

        return Sort(all);
    }

    /// <summary>By file, then by place, then by id: the same in every run.</summary>
    public static ImmutableArray<Diagnostic> Sort(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics
            .OrderBy(diagnostic => diagnostic.Location.GetLineSpan().Path, System.StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan.End)
            .ThenBy(diagnostic => diagnostic.Id, System.StringComparer.Ordinal)];

    private bool IsOfInterest(Diagnostic diagnostic) => _fixableIds.Contains(diagnostic.Id) || _compilerDiagnostics switch
    {
        CompilerDiagnostics.None => false,
        CompilerDiagnostics.Errors => diagnostic.Severity >= DiagnosticSeverity.Error,
        CompilerDiagnostics.Warnings => diagnostic.Severity >= DiagnosticSeverity.Warning,
        CompilerDiagnostics.Suggestions => diagnostic.Severity >= DiagnosticSeverity.Info,
        _ => true,
    };
}
