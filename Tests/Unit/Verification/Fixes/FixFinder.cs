using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Asks the fix providers of a test what they offer.</summary>
internal sealed class FixFinder
{
    private readonly DiagnosticSource _source;
    private readonly ImmutableArray<CodeFixProvider> _providers;
    private readonly CodeActionSelection _selection;

    public FixFinder(DiagnosticSource source, ImmutableArray<CodeFixProvider> providers, CodeActionSelection selection)
    {
        _source = source;
        _providers = providers;
        _selection = selection;
    }

    /// <summary>The diagnostics in source that a provider claims to fix, in the order of the text.</summary>
    public async Task<ImmutableArray<Diagnostic>> GetFixableAsync(Solution solution, IVerifier verifier, CancellationToken cancellationToken)
    {
        var all = await _source.GetAllAsync(solution, verifier, cancellationToken).ConfigureAwait(false);
        return all.RemoveAll(diagnostic =>
            diagnostic.IsSuppressed
            || !diagnostic.Location.IsInSource
            || !_providers.Any(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)));
    }

    /// <summary>The first of <paramref name="diagnostics"/> for which the action that the test selects is offered.</summary>
    public async Task<OfferedFix?> FindAsync(
        Solution solution,
        IEnumerable<Diagnostic> diagnostics,
        IVerifier verifier,
        CancellationToken cancellationToken)
    {
        foreach (var diagnostic in diagnostics)
        {
            var document = solution.GetDocument(diagnostic.Location.SourceTree)!;
            var offered = await GetOfferedAsync(document, diagnostic, cancellationToken).ConfigureAwait(false);
            if (_selection.Select(offered.ConvertAll(fix => fix.Action), verifier) is { } selected)
            {
                return offered.First(fix => fix.Action == selected);
            }
        }

        return null;
    }

    private async Task<ImmutableArray<OfferedFix>> GetOfferedAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var offered = ImmutableArray.CreateBuilder<OfferedFix>();
        foreach (var provider in _providers.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            var context = new CodeFixContext(document, diagnostic, (action, _) => Add(provider, action), cancellationToken);
            await provider.RegisterCodeFixesAsync(context).ConfigureAwait(false);
        }

        return offered.ToImmutable();

        // A menu of actions counts as the actions in it.
        void Add(CodeFixProvider provider, CodeAction action)
        {
            if (action.NestedActions.IsDefaultOrEmpty)
            {
                offered.Add(new OfferedFix(document, diagnostic, provider, action));
                return;
            }

            foreach (var nested in action.NestedActions)
            {
                Add(provider, nested);
            }
        }
    }
}
