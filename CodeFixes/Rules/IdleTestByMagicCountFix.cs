using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.CodeFixes.Rules;

/// <summary>DVM1006: asks the page whether it is idle.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IdleTestByMagicCountFix))]
public sealed class IdleTestByMagicCountFix : DevmapCodeFixProvider
{
    /// <summary>Equivalence key of the only fix.</summary>
    public const string AskIsIdleKey = "Devmap.IdleTestByMagicCount.AskIsIdle";

    private const string Count = "RefCount";
    private const string Idle = "IsIdle";

    /// <summary>Creates the provider.</summary>
    public IdleTestByMagicCountFix()
        : base(DiagnosticIds.IdleTestByMagicCount)
    {
    }

    private protected override async Task<IReadOnlyList<ProposedFix>> ProposeAsync(FixSite site, CancellationToken cancellationToken)
    {
        if (ComparisonOf(site.Target) is not { } comparison || CountIn(comparison) is not { } count
            || !HasIdleTest(site, count, cancellationToken) || MeansIdle(comparison, count) is not { } meansIdle)
        {
            return Array.Empty<ProposedFix>();
        }

        var test = count.Expression + "." + Idle;
        var edit = new SourceEdit();
        edit.Replace(comparison.Span, meansIdle ? test : "!" + test);
        var result = await site.AfterAsync(edit, cancellationToken).ConfigureAwait(false);
        return new[] { new ProposedFix($"Ask for '{test}'", AskIsIdleKey, result) };
    }

    /// <summary>The comparison, or the <c>is</c> around a pattern.</summary>
    private static ExpressionSyntax? ComparisonOf(SyntaxNode? target) => target switch
    {
        BinaryExpressionSyntax binary => binary,
        _ => target?.AncestorsAndSelf().TakeWhile(node => node is PatternSyntax or IsPatternExpressionSyntax or ExpressionSyntax).OfType<IsPatternExpressionSyntax>().FirstOrDefault(),
    };

    private static MemberAccessExpressionSyntax? CountIn(ExpressionSyntax comparison)
    {
        var operands = comparison switch
        {
            BinaryExpressionSyntax binary => new[] { binary.Left, binary.Right },
            IsPatternExpressionSyntax pattern => new[] { pattern.Expression },
            _ => Array.Empty<ExpressionSyntax>(),
        };
        return operands.Select(WithoutParentheses).OfType<MemberAccessExpressionSyntax>().FirstOrDefault(access => access.Name.Identifier.ValueText == Count);
    }

    private static ExpressionSyntax WithoutParentheses(ExpressionSyntax expression) =>
        expression is ParenthesizedExpressionSyntax parenthesized ? WithoutParentheses(parenthesized.Expression) : expression;

    private static bool HasIdleTest(FixSite site, MemberAccessExpressionSyntax count, CancellationToken cancellationToken) =>
        site.Model.GetTypeInfo(count.Expression, cancellationToken).Type?.GetMembers(Idle).Any(member => member is IPropertySymbol) == true;

    /// <summary>Whether the comparison is true of an idle page; <see langword="null"/>: it asks for more than that.</summary>
    private static bool? MeansIdle(ExpressionSyntax comparison, MemberAccessExpressionSyntax count) => comparison switch
    {
        BinaryExpressionSyntax binary => MeansIdle(binary.Kind(), WithoutParentheses(binary.Left) == count),
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax } => true,
        IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax } } => false,
        IsPatternExpressionSyntax { Pattern: RelationalPatternSyntax { OperatorToken: var token } } =>
            token.IsKind(SyntaxKind.LessThanToken) || token.IsKind(SyntaxKind.LessThanEqualsToken),
        _ => null,
    };

    private static bool? MeansIdle(SyntaxKind kind, bool countIsLeft) => kind switch
    {
        SyntaxKind.EqualsExpression => true,
        SyntaxKind.NotEqualsExpression => false,
        SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression => countIsLeft,
        SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression => !countIsLeft,
        _ => null,
    };
}
