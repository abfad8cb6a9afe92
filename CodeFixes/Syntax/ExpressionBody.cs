using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.CodeFixes.Syntax;

/// <summary>Turns the expression body of a member, an accessor, a local function or a lambda into a block.</summary>
internal static class ExpressionBody
{
    /// <summary>The function around <paramref name="node"/> when its body is an expression; otherwise <see langword="null"/>.</summary>
    public static SyntaxNode? OwnerOf(SyntaxNode node)
    {
        foreach (var ancestor in node.AncestorsAndSelf())
        {
            switch (ancestor)
            {
                case StatementSyntax:
                    return null;
                case ArrowExpressionClauseSyntax arrow:
                    return arrow.Parent;
                case LambdaExpressionSyntax { ExpressionBody: { } body } lambda when body.FullSpan.Contains(node.Span):
                    return lambda;
            }
        }

        return null;
    }

    /// <summary>The edit; <see langword="null"/> where a comment stands in the way or the body is a <c>ref</c>.</summary>
    public static SourceEdit? ToBlock(FixSite site, SyntaxNode owner, CancellationToken cancellationToken)
    {
        var expression = owner is LambdaExpressionSyntax lambda
            ? lambda.ExpressionBody
            : owner.ChildNodes().OfType<ArrowExpressionClauseSyntax>().FirstOrDefault()?.Expression;
        if (expression is null or RefExpressionSyntax)
        {
            return null;
        }

        var arrow = expression.GetFirstToken().GetPreviousToken();
        var layout = site.Layout(owner);
        var from = owner is LambdaExpressionSyntax ? arrow.Span.End : arrow.GetPreviousToken().Span.End;
        var gap = TextSpan.FromBounds(from, expression.SpanStart);
        var between = site.Text.ToString(gap).Replace("=>", string.Empty);
        if (!string.IsNullOrWhiteSpace(between))
        {
            return null;
        }

        var indentation = layout.IndentationAt(owner.SpanStart);
        var prefix = expression is ThrowExpressionSyntax || ReturnsNothing(site.Model, owner, cancellationToken) ? string.Empty : "return ";
        return owner is BasePropertyDeclarationSyntax
            ? ToGetter(layout, expression, gap, indentation, prefix)
            : ToBody(site, layout, owner, expression, gap, indentation, prefix);
    }

    private static SourceEdit ToBody(
        FixSite site, TextLayout layout, SyntaxNode owner, ExpressionSyntax expression, TextSpan gap, string indentation, string prefix)
    {
        var edit = new SourceEdit();
        edit.Replace(gap, layout.OpenBrace(indentation) + layout.NewLine + indentation + layout.Unit + prefix);
        var close = layout.NewLine + indentation + "}";
        if (owner is LambdaExpressionSyntax)
        {
            edit.Insert(expression.Span.End, ";" + close);
        }
        else
        {
            edit.Insert(EndOfStatementLine(site, expression.GetLastToken().GetNextToken()), close);
        }

        return edit;
    }

    private static SourceEdit ToGetter(TextLayout layout, ExpressionSyntax expression, TextSpan gap, string indentation, string prefix)
    {
        var edit = new SourceEdit();
        var inner = indentation + layout.Unit;
        edit.Replace(gap, layout.OpenBrace(indentation) + layout.NewLine + inner + "get" + layout.OpenBrace(inner)
            + layout.NewLine + inner + layout.Unit + prefix);
        edit.Insert(expression.GetLastToken().GetNextToken().Span.End, layout.NewLine + inner + "}" + layout.NewLine + indentation + "}");
        return edit;
    }

    /// <summary>Behind the semicolon and the comment that follows it on the line.</summary>
    private static int EndOfStatementLine(FixSite site, SyntaxToken semicolon)
    {
        var line = site.Text.Lines.GetLineFromPosition(semicolon.Span.End);
        return semicolon.GetNextToken(includeZeroWidth: true).SpanStart >= line.End ? line.End : semicolon.Span.End;
    }

    private static bool ReturnsNothing(SemanticModel model, SyntaxNode owner, CancellationToken cancellationToken)
    {
        var symbol = owner is LambdaExpressionSyntax
            ? model.GetSymbolInfo(owner, cancellationToken).Symbol
            : model.GetDeclaredSymbol(owner, cancellationToken);
        return symbol is IMethodSymbol method
            && (method.ReturnsVoid || method.MethodKind == MethodKind.Constructor
                || (method.IsAsync && method.ReturnType is INamedTypeSymbol { IsGenericType: false }));
    }
}
