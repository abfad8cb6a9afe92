using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Tells a Fix All which diagnostics there are.</summary>
internal sealed class FixAllDiagnosticProvider : FixAllContext.DiagnosticProvider
{
    private readonly DiagnosticSource _source;
    private readonly ImmutableArray<string> _ids;
    private readonly IVerifier _verifier;

    public FixAllDiagnosticProvider(DiagnosticSource source, ImmutableArray<string> ids, IVerifier verifier)
    {
        _source = source;
        _ids = ids;
        _verifier = verifier;
    }

    public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
    {
        var compiler = await _source.GetCompilerDiagnosticsAsync(project, cancellationToken).ConfigureAwait(false);
        var analyzers = await _source.GetAnalyzerDiagnosticsAsync(project, _verifier, cancellationToken).ConfigureAwait(false);
        return DiagnosticSource.Sort(compiler.Concat(analyzers).Where(diagnostic => !diagnostic.IsSuppressed && _ids.Contains(diagnostic.Id)));
    }

    public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
    {
        var tree = await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false);
        var all = await GetAllDiagnosticsAsync(document.Project, cancellationToken).ConfigureAwait(false);
        return all.Where(diagnostic => diagnostic.Location.SourceTree == tree);
    }

    public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken)
    {
        var all = await GetAllDiagnosticsAsync(project, cancellationToken).ConfigureAwait(false);
        return all.Where(diagnostic => !diagnostic.Location.IsInSource);
    }
}
