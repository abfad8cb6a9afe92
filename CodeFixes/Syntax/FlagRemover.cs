using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.CodeFixes.Syntax;

/// <summary>Takes one flag out of a flags expression.</summary>
internal static class FlagRemover
{
    /// <summary>
    /// Adds the removal of every mention of <paramref name="flag"/> in <paramref name="expression"/> to
    /// <paramref name="edit"/>. False where the flag is not mentioned, or mentioned in another way than by <c>|</c> and
    /// <c>?:</c>. A local is followed to its declaration when this is its only use.
    /// </summary>
    public static bool Remove(SourceEdit edit, FixSite site, ExpressionSyntax expression, string flag, CancellationToken cancellationToken)
    {
        if (expression is IdentifierNameSyntax name && site.Model.GetSymbolInfo(name, cancellationToken).Symbol is ILocalSymbol local)
        {
            return InitializerOfOnlyUse(site, name, local, cancellationToken) is { } initializer
                && RemoveIn(edit, site, initializer, flag, cancellationToken);
        }

        return RemoveIn(edit, site, expression, flag, cancellationToken);
    }

    private static bool RemoveIn(SourceEdit edit, FixSite site, ExpressionSyntax expression, string flag, CancellationToken cancellationToken)
    {
        var member = flag.Substring(flag.LastIndexOf('.') + 1);
        var mentions = expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == member && site.Model.GetSymbolInfo(name, cancellationToken).Symbol is IFieldSymbol { IsConst: true })
            .ToList();
        return mentions.Count > 0 && mentions.All(mention => RemoveMention(edit, site, expression, mention));
    }

    private static bool RemoveMention(SourceEdit edit, FixSite site, ExpressionSyntax whole, IdentifierNameSyntax mention)
    {
        ExpressionSyntax operand = mention;
        while (operand != whole && operand.Parent is MemberAccessExpressionSyntax access && access.Name == operand)
        {
            operand = access;
        }

        if (!IsPlain(whole, operand))
        {
            return false;
        }

        if (operand != whole && operand.Parent is BinaryExpressionSyntax or)
        {
            edit.Delete(or.Right == operand
                ? TextSpan.FromBounds(or.Left.Span.End, operand.Span.End)
                : TextSpan.FromBounds(operand.SpanStart, or.Right.SpanStart));
            return true;
        }

        edit.Replace(operand.Span, NoFlag(site, mention));
        return true;
    }

    /// <summary>Whether <paramref name="operand"/> adds its bit to <paramref name="whole"/> and does nothing else.</summary>
    private static bool IsPlain(ExpressionSyntax whole, ExpressionSyntax operand)
    {
        for (SyntaxNode node = operand; node != whole; node = node.Parent!)
        {
            var adds = node.Parent switch
            {
                ParenthesizedExpressionSyntax => true,
                BinaryExpressionSyntax binary => binary.IsKind(SyntaxKind.BitwiseOrExpression),
                ConditionalExpressionSyntax conditional => conditional.Condition != node,
                _ => false,
            };
            if (!adds)
            {
                return false;
            }
        }

        return true;
    }

    private static string NoFlag(FixSite site, IdentifierNameSyntax mention)
    {
        var type = (site.Model.GetSymbolInfo(mention).Symbol as IFieldSymbol)?.ContainingType;
        var written = type?.ToMinimalDisplayString(site.Model, mention.SpanStart);
        var none = type?.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(member => member.ConstantValue is 0);
        return none is not null ? written + "." + none.Name : "0";
    }

    private static ExpressionSyntax? InitializerOfOnlyUse(FixSite site, IdentifierNameSyntax use, ILocalSymbol local, CancellationToken cancellationToken)
    {
        if (local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: { } value } declarator
            || declarator.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>()?.Parent is not { } scope)
        {
            return null;
        }

        var others = (scope is GlobalStatementSyntax ? scope.Parent! : scope).DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name != use && name.Identifier.ValueText == local.Name);
        return others.Any(name => SymbolEqualityComparer.Default.Equals(site.Model.GetSymbolInfo(name, cancellationToken).Symbol, local)) ? null : value;
    }
}
