using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Devmap.CodeFixes;

/// <summary>
/// What all fixes have in common: a fix is worked out completely before it is offered, it is offered only where the
/// member that it changes compiles as well as before, and Fix All is always there.
/// </summary>
public abstract class DevmapCodeFixProvider : CodeFixProvider
{
    private protected DevmapCodeFixProvider(string diagnosticId) =>
        FixableDiagnosticIds = ImmutableArray.Create(diagnosticId);

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <summary>
    /// Whether Fix All takes the first fix that is offered for a place where the chosen one is not: right where all
    /// fixes of the rule come to the same, wrong where they are different decisions.
    /// </summary>
    private protected virtual bool FixesAreInterchangeable => false;

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => SequentialFixAllProvider.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var site = await FixSite.CreateAsync(context.Document, diagnostic, anchors: null, context.CancellationToken).ConfigureAwait(false);
            if (site is null)
            {
                continue;
            }

            foreach (var fix in await ProposeCheckedAsync(site, context.CancellationToken).ConfigureAwait(false))
            {
                var result = fix.Result.Document;
                context.RegisterCodeFix(
                    CodeAction.Create(fix.Title, _ => Task.FromResult(result), fix.EquivalenceKey), diagnostic);
            }
        }
    }

    /// <summary>The fix of <paramref name="site"/> that Fix All applies for <paramref name="equivalenceKey"/>.</summary>
    internal async Task<ProposedFix?> ChooseAsync(FixSite site, string? equivalenceKey, CancellationToken cancellationToken)
    {
        var fixes = await ProposeCheckedAsync(site, cancellationToken).ConfigureAwait(false);
        return fixes.FirstOrDefault(fix => fix.EquivalenceKey == equivalenceKey)
            ?? (FixesAreInterchangeable || equivalenceKey is null ? fixes.FirstOrDefault() : null);
    }

    /// <summary>Every way of fixing <paramref name="site"/>, the safest first.</summary>
    private protected abstract Task<IReadOnlyList<ProposedFix>> ProposeAsync(FixSite site, CancellationToken cancellationToken);

    private async Task<IReadOnlyList<ProposedFix>> ProposeCheckedAsync(FixSite site, CancellationToken cancellationToken)
    {
        var proposed = await ProposeAsync(site, cancellationToken).ConfigureAwait(false);
        return proposed
            .Where(fix => !fix.Result.Edits.IsEmpty && CompilerCheck.IsClean(site, fix.Result, cancellationToken))
            .ToList();
    }
}
