using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.CodeFixes.Syntax;

/// <summary>Takes a statement out, and with it the <c>if</c>, <c>else</c> or <c>finally</c> that existed only for it.</summary>
internal static class StatementRemover
{
    /// <summary>Adds the removal to <paramref name="edit"/>. False where no statement could stand in its place.</summary>
    public static bool Remove(SourceEdit edit, FixSite site, StatementSyntax statement)
    {
        if (statement.Parent is GlobalStatementSyntax or SwitchSectionSyntax or LabeledStatementSyntax)
        {
            return statement.Parent is not LabeledStatementSyntax && RemoveLines(edit, site, statement);
        }

        if (statement.Parent is BlockSyntax block)
        {
            return block.Statements.Count == 1 && !HasComment(block) && TryRemoveOwner(edit, site, block)
                || RemoveLines(edit, site, statement);
        }

        if (TryRemoveOwner(edit, site, statement))
        {
            return true;
        }

        if (statement.Parent is not (IfStatementSyntax or ElseClauseSyntax))
        {
            return false;
        }

        edit.Replace(statement.Span, "{ }");
        return true;
    }

    /// <summary>Removes the branch that would be empty without its only statement.</summary>
    private static bool TryRemoveOwner(SourceEdit edit, FixSite site, StatementSyntax branch)
    {
        switch (branch.Parent)
        {
            case ElseClauseSyntax { Parent: IfStatementSyntax } otherwise when !HasComment(otherwise):
                edit.Delete(TextSpan.FromBounds(otherwise.GetFirstToken().GetPreviousToken().Span.End, otherwise.Span.End));
                return true;
            case IfStatementSyntax { Else: null } @if when IsPure(@if.Condition) && StatementList.OfMember(@if) is not null && !HasComment(@if):
                return RemoveLines(edit, site, @if);
            case FinallyClauseSyntax { Parent: TryStatementSyntax { Catches.Count: > 0 } } @finally when !HasComment(@finally):
                edit.Delete(TextSpan.FromBounds(@finally.GetFirstToken().GetPreviousToken().Span.End, @finally.Span.End));
                return true;
            case FinallyClauseSyntax { Parent: TryStatementSyntax { Catches.Count: 0 } @try } @finally when !HasComment(@finally):
                return TryUnwrap(edit, site, @try);
            default:
                return false;
        }
    }

    /// <summary>Leaves of a <c>try</c> only what its block contains, where the lines of its frame have nothing else on them.</summary>
    private static bool TryUnwrap(SourceEdit edit, FixSite site, TryStatementSyntax @try)
    {
        var layout = site.Layout(@try);
        var open = site.Text.Lines.GetLineFromPosition(@try.Block.OpenBraceToken.Span.End);
        var end = site.Text.Lines.GetLineFromPosition(@try.Span.End);
        var header = TextSpan.FromBounds(@try.TryKeyword.Span.End, @try.Block.OpenBraceToken.SpanStart);
        if (StatementList.OfMember(@try) is null || !layout.IsFirstOnLine(@try) || !layout.IsFirstOnLine(@try.Block.CloseBraceToken)
            || !layout.IsBlank(header)
            || !layout.IsBlank(TextSpan.FromBounds(@try.Block.OpenBraceToken.Span.End, open.End))
            || !layout.IsBlank(TextSpan.FromBounds(@try.Span.End, end.End)))
        {
            return false;
        }

        var close = site.Text.Lines.GetLineFromPosition(@try.Block.CloseBraceToken.SpanStart);
        edit.Delete(TextSpan.FromBounds(site.Text.Lines.GetLineFromPosition(@try.SpanStart).Start, open.EndIncludingLineBreak));
        edit.Delete(TextSpan.FromBounds(close.Start, end.EndIncludingLineBreak));
        Indentation.Decrease(edit, site, TextSpan.FromBounds(open.EndIncludingLineBreak, close.Start), layout.Unit);
        return true;
    }

    /// <summary>Removes the statement with the line that it stands on; comments above it and behind it stay.</summary>
    private static bool RemoveLines(SourceEdit edit, FixSite site, StatementSyntax statement)
    {
        var layout = site.Layout(statement);
        var first = site.Text.Lines.GetLineFromPosition(statement.SpanStart);
        var last = site.Text.Lines.GetLineFromPosition(statement.Span.End);
        var before = TextSpan.FromBounds(first.Start, statement.SpanStart);
        var behind = TextSpan.FromBounds(statement.Span.End, last.End);
        if (layout.IsBlank(before) && layout.IsBlank(behind))
        {
            edit.Delete(TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak));
        }
        else
        {
            var next = statement.Span.End;
            while (next < last.End && site.Text[next] is ' ' or '\t')
            {
                next++;
            }

            edit.Delete(TextSpan.FromBounds(statement.SpanStart, next));
        }

        return true;
    }

    private static bool HasComment(SyntaxNode node) =>
        node.DescendantTrivia(node.Span).Any(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));

    /// <summary>Whether evaluating the condition does nothing but answer.</summary>
    private static bool IsPure(ExpressionSyntax condition) =>
        condition.DescendantNodesAndSelf().All(node =>
            node is IdentifierNameSyntax or LiteralExpressionSyntax or ParenthesizedExpressionSyntax or BinaryExpressionSyntax or PredefinedTypeSyntax
                or PatternSyntax or IsPatternExpressionSyntax or PropertyPatternClauseSyntax
                || node.IsKind(SyntaxKind.LogicalNotExpression));
}
