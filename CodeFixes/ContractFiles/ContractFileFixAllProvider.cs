using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Devmap.CodeFixes.ContractFiles;

/// <summary>Fix All for diagnostics that are fixed in the contract file of their project.</summary>
internal sealed class ContractFileFixAllProvider : FixAllProvider
{
    public static readonly ContractFileFixAllProvider Instance = new();

    private ContractFileFixAllProvider()
    {
    }

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() =>
        ImmutableArray.Create(FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution);

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult<CodeAction?>(CodeAction.Create(
        "Describe all that count by their names",
        cancellationToken => FixAsync(fixAllContext.WithCancellationToken(cancellationToken)),
        fixAllContext.CodeActionEquivalenceKey));

    private static async Task<Solution> FixAsync(FixAllContext context)
    {
        Solution solution = context.Solution;
        IEnumerable<ProjectId> projects = context.Scope == FixAllScope.Solution ? solution.ProjectIds : new[] { context.Project.Id };
        foreach (ProjectId id in projects)
        {
            Project project = solution.GetProject(id)!;
            ImmutableArray<Diagnostic> diagnostics = context is { Scope: FixAllScope.Document, Document: { } document }
                ? await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                : await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            Project changed = await AddAsync(project, diagnostics, context.CancellationToken).ConfigureAwait(false);
            solution = changed.Solution;
        }

        return solution;
    }

    // In the order of the source, so that the same code gives the same file.
    private static Task<Project> AddAsync(Project project, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken) =>
        diagnostics.IsEmpty ? Task.FromResult(project) : ContractFileEdit.AddAsync(
            project,
            diagnostics
                .OrderBy(static diagnostic => diagnostic.Location.GetLineSpan().Path, System.StringComparer.Ordinal)
                .ThenBy(static diagnostic => diagnostic.Location.SourceSpan.Start)
                .SelectMany(EntriesOf),
            cancellationToken);

    /// <summary>The entries that a diagnostic carries.</summary>
    public static IEnumerable<string> EntriesOf(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(DiagnosticProperties.ContractEntries, out string? entries) && entries is not null
            ? entries.Split('\n')
            : Enumerable.Empty<string>();
}
