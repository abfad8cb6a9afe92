using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.CodeFixes.Rules;

/// <summary>DVM2006: gives up as many as the variable says that has the number of those that were obtained.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReleaseCountMismatchFix))]
public sealed class ReleaseCountMismatchFix : DevmapCodeFixProvider
{
    /// <summary>Equivalence key of the only fix.</summary>
    public const string UseObtainedCountKey = "Devmap.ReleaseCountMismatch.UseObtainedCount";

    /// <summary>Creates the provider.</summary>
    public ReleaseCountMismatchFix()
        : base(DiagnosticIds.ReleaseCountMismatch)
    {
    }

    private protected override async Task<IReadOnlyList<ProposedFix>> ProposeAsync(FixSite site, CancellationToken cancellationToken)
    {
        var edit = new SourceEdit();
        if (site.Property(DiagnosticProperties.ObtainedCount) is not { } count || site.Target is not { } target || !TryReplace(edit, target, count))
        {
            return Array.Empty<ProposedFix>();
        }

        var result = await site.AfterAsync(edit, cancellationToken).ConfigureAwait(false);
        return new[] { new ProposedFix($"Give up '{count}' references", UseObtainedCountKey, result) };
    }

    /// <summary>The squiggle is on the count that is passed, or on the release of one element in a loop that counts.</summary>
    private static bool TryReplace(SourceEdit edit, SyntaxNode target, string count)
    {
        if (target.FirstAncestorOrSelf<ArgumentSyntax>() is { } argument && argument.Expression == target)
        {
            edit.Replace(target.Span, count);
            return true;
        }

        var loop = target.FirstAncestorOrSelf<StatementSyntax>(statement => statement is ForStatementSyntax or WhileStatementSyntax);
        var condition = loop is ForStatementSyntax @for ? @for.Condition : (loop as WhileStatementSyntax)?.Condition;
        switch (condition)
        {
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression } less:
                edit.Replace(less.Right.Span, count);
                return true;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanOrEqualExpression } less when less.Right.ToString() == count:
                edit.Replace(less.OperatorToken.Span, "<");
                return true;
            default:
                return false;
        }
    }
}
