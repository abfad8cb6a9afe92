using System.Collections.Generic;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.CodeFixes.Rules;

/// <summary>DVM2002: removes the surplus release, where it is a statement of its own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReleasedTooOftenFix)), Shared]
public sealed class ReleasedTooOftenFix : DevmapCodeFixProvider
{
    /// <summary>Equivalence key of the only fix.</summary>
    public const string RemoveReleaseKey = "Devmap.ReleasedTooOften.RemoveRelease";

    /// <summary>Creates the provider.</summary>
    public ReleasedTooOftenFix()
        : base(DiagnosticIds.ReleasedTooOften)
    {
    }

    private protected override async Task<IReadOnlyList<ProposedFix>> ProposeAsync(FixSite site, CancellationToken cancellationToken)
    {
        var edit = new SourceEdit();
        if (site.Target is not { } target || StatementOf(target) is not { } statement || !StatementRemover.Remove(edit, site, statement))
        {
            return new ProposedFix[0];
        }

        var result = await site.AfterAsync(edit, cancellationToken).ConfigureAwait(false);
        var what = site.ObjectName is { } name ? $"Remove the surplus release of '{name}'" : "Remove the surplus release";
        return new[] { new ProposedFix(what, RemoveReleaseKey, result) };
    }

    /// <summary>The statement that is nothing but the release, in its plain, its <c>?.</c> or its awaited form.</summary>
    private static ExpressionStatementSyntax? StatementOf(SyntaxNode release)
    {
        var call = release.FirstAncestorOrSelf<InvocationExpressionSyntax>() ?? release;
        while (call.Parent is ConditionalAccessExpressionSyntax or AwaitExpressionSyntax or ParenthesizedExpressionSyntax)
        {
            call = call.Parent;
        }

        return call.Parent as ExpressionStatementSyntax;
    }
}
