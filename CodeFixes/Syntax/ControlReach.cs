using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.CodeFixes.Syntax;

/// <summary>Whether control can get from one statement to another place of the same body. In doubt it can.</summary>
internal static class ControlReach
{
    /// <summary>Whether what stands at <paramref name="position"/> may run after <paramref name="from"/>.</summary>
    public static bool MayReach(SemanticModel model, SyntaxNode from, int position)
    {
        if (from.Span.Contains(position))
        {
            return false;
        }

        if (StatementList.InnermostStatement(from) is ReturnStatementSyntax or ThrowStatementSyntax)
        {
            return RunsOnTheWayOut(from, position);
        }

        var statement = StatementList.StatementAround(from);
        while (statement is not null && StatementList.OfMember(statement) is { } list)
        {
            for (var index = list.IndexOf(statement) + 1; index < list.Statements.Count; index++)
            {
                var next = list.Statements[index];
                if (next.FullSpan.Contains(position))
                {
                    return true;
                }

                var flow = model.AnalyzeControlFlow(next);
                if (flow is not { Succeeded: true } || flow.ExitPoints.Any(exit => exit is GotoStatementSyntax))
                {
                    return true;
                }

                if (!flow.EndPointIsReachable && flow.ExitPoints.All(exit => exit is ReturnStatementSyntax or YieldStatementSyntax))
                {
                    return RunsOnTheWayOut(next, position);
                }

                if (!flow.EndPointIsReachable)
                {
                    break;
                }
            }

            if (list.Container.Span.End == position || RunsAgainOrAfter(list.Container, position))
            {
                return true;
            }

            statement = list.Owner;
        }

        return false;
    }

    /// <summary>Whether <paramref name="earlier"/> has run whenever <paramref name="later"/> runs: it stands before it, in its list or one around it.</summary>
    public static bool AlwaysPrecedes(StatementSyntax earlier, SyntaxNode later)
    {
        if (StatementList.OfMember(earlier) is not { } list || !list.Container.Span.Contains(later.Span))
        {
            return false;
        }

        var index = list.IndexOf(later);
        return index < 0 ? later.SpanStart > earlier.Span.End : index > list.IndexOf(earlier);
    }

    /// <summary>Whether a loop around the place comes back to <paramref name="position"/>, or a handler there runs next.</summary>
    private static bool RunsAgainOrAfter(SyntaxNode from, int position) =>
        from.AncestorsAndSelf().TakeWhile(node => !StatementList.IsFunction(node))
            .Where(node => node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax)
            .Any(loop => loop.Span.Contains(position))
        || RunsOnTheWayOut(from, position);

    /// <summary>Whether <paramref name="position"/> is in a <c>catch</c> or <c>finally</c> that control passes when it leaves.</summary>
    private static bool RunsOnTheWayOut(SyntaxNode from, int position) =>
        from.AncestorsAndSelf().TakeWhile(node => !StatementList.IsFunction(node)).OfType<TryStatementSyntax>()
            .Any(@try => (@try.Block.Span.Contains(from.Span) || @try.Finally?.Span.Contains(position) == true)
                && @try.Span.Contains(position) && !@try.Block.Span.Contains(position)
                && @try.Finally?.Span.Contains(from.Span) != true);
}
