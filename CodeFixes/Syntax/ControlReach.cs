using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.CodeFixes.Syntax;

/// <summary>Whether control can get from one statement to another place of the same body. In doubt it can.</summary>
internal sealed class ControlReach
{
    private readonly SemanticModel _model;
    private readonly SyntaxNode? _boundary;

    /// <param name="model">The model of the tree.</param>
    /// <param name="boundary">
    /// The list outside of which nothing leads back into it: who leaves it and comes again by a loop has acquired anew.
    /// </param>
    public ControlReach(SemanticModel model, SyntaxNode? boundary = null)
    {
        _model = model;
        _boundary = boundary;
    }

    /// <summary>Whether what stands at <paramref name="position"/> may run after <paramref name="from"/>.</summary>
    public bool MayReach(SyntaxNode from, int position)
    {
        if (from.Span.Contains(position))
        {
            return false;
        }

        return StatementList.InnermostStatement(from) switch
        {
            ReturnStatementSyntax or ThrowStatementSyntax => RunsOnTheWayOut(from, position),
            BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax => JumpReaches((StatementSyntax)StatementList.InnermostStatement(from)!, position),
            _ => StatementList.StatementAround(from) is { } statement && (RunsAgain(from, statement, position) || PassesFrom(statement, position)),
        };
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

    /// <summary>Whether control that comes out of <paramref name="statement"/> gets to <paramref name="position"/>.</summary>
    private bool PassesFrom(StatementSyntax statement, int position)
    {
        if (StatementList.OfMember(statement) is not { } list)
        {
            return true;
        }

        foreach (var next in list.Statements.Skip(list.IndexOf(statement) + 1))
        {
            if (next.FullSpan.Contains(position))
            {
                return true;
            }

            var flow = _model.AnalyzeControlFlow(next);
            if (flow is not { Succeeded: true } || flow.ExitPoints.OfType<StatementSyntax>().Any(jump => JumpReaches(jump, position)))
            {
                return true;
            }

            if (!flow.EndPointIsReachable)
            {
                return RunsOnTheWayOut(next, position);
            }
        }

        if (list.Container.Span.End == position || RunsOnTheWayOut(list.Container, position))
        {
            return true;
        }

        return !LeavesForGood(list.Container, position)
            && list.Owner is { } owner
            && (RunsAgain(list.Container, owner, position) || PassesFrom(owner, position));
    }

    private bool JumpReaches(StatementSyntax jump, int position)
    {
        if (jump is ReturnStatementSyntax or YieldStatementSyntax)
        {
            return RunsOnTheWayOut(jump, position);
        }

        var target = jump.Ancestors().TakeWhile(node => !StatementList.IsFunction(node)).OfType<StatementSyntax>()
            .FirstOrDefault(statement => IsLoop(statement) || (jump is BreakStatementSyntax && statement is SwitchStatementSyntax));
        if (jump is GotoStatementSyntax || target is null)
        {
            return true;
        }

        if (LeavesForGood(target, position))
        {
            return RunsOnTheWayOut(jump, position);
        }

        return (jump is ContinueStatementSyntax && target.Span.Contains(position))
            || RunsOnTheWayOut(jump, position)
            || StatementList.StatementAround(target) is not { } listed
            || PassesFrom(listed, position);
    }

    /// <summary>Whether <paramref name="node"/> reaches to the edge of the list, and <paramref name="position"/> is inside.</summary>
    private bool LeavesForGood(SyntaxNode node, int position) =>
        _boundary is not null && _boundary.Span.Contains(position) && node.Span.Contains(_boundary.Span);

    /// <summary>Whether a loop from <paramref name="inner"/> out to <paramref name="outer"/> comes back to the place.</summary>
    private static bool RunsAgain(SyntaxNode inner, SyntaxNode outer, int position) =>
        inner.AncestorsAndSelf().TakeWhile(node => node != outer.Parent).Any(node => IsLoop(node) && node.Span.Contains(position));

    /// <summary>Whether <paramref name="position"/> is in a <c>catch</c> or <c>finally</c> that control may pass when it leaves.</summary>
    private static bool RunsOnTheWayOut(SyntaxNode from, int position) =>
        from.AncestorsAndSelf().TakeWhile(node => !StatementList.IsFunction(node)).OfType<TryStatementSyntax>()
            .Any(@try => (@try.Block.Span.Contains(from.Span) || @try.Finally?.Span.Contains(position) == true)
                && @try.Span.Contains(position) && !@try.Block.Span.Contains(position)
                && @try.Finally?.Span.Contains(from.Span) != true);

    private static bool IsLoop(SyntaxNode node) =>
        node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax;
}
