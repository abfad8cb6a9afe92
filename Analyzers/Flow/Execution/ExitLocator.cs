using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.Analyzers.Flow.Execution;

/// <summary>Finds the statement by which a path leaves: jumps without a value are no operations of a control-flow graph.</summary>
internal static class ExitLocator
{
    public static SyntaxNode ReturnOf(IOperation value)
    {
        SyntaxNode syntax = value.Syntax;
        return syntax.FirstAncestorOrSelf<SyntaxNode>(node => node is ReturnStatementSyntax or YieldStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax) ?? syntax;
    }

    public static SyntaxNode ThrowOf(IOperation exception) =>
        exception.Syntax.FirstAncestorOrSelf<SyntaxNode>(node => node is ThrowStatementSyntax or ThrowExpressionSyntax) ?? exception.Syntax;

    public static SyntaxNode RethrowAfter(SyntaxNode last) =>
        JumpAfter(last, null) is ThrowStatementSyntax rethrow
            ? rethrow
            : last.FirstAncestorOrSelf<CatchClauseSyntax>()?.DescendantNodes().OfType<ThrowStatementSyntax>().LastOrDefault() ?? last;

    /// <summary>The jump statement that comes right after what was evaluated last; <see langword="null"/> where the path falls off an end.</summary>
    /// <param name="last">What was evaluated last.</param>
    /// <param name="truth">Its answer, if it was a condition.</param>
    public static SyntaxNode? JumpAfter(SyntaxNode? last, bool? truth)
    {
        if (last is null)
        {
            return null;
        }

        if (truth is not null && last.FirstAncestorOrSelf<SyntaxNode>(IsBranching) is IfStatementSyntax { } choice && choice.Condition.Span.Contains(last.Span))
        {
            // Of `a && b` either part may decide; the branch that was taken is the one that starts with the jump.
            StatementSyntax? taken = IsNegated(last, choice.Condition) ? Branch(choice, !truth.Value) : Branch(choice, truth.Value);
            return taken is null ? JumpBehind(choice) : FirstJump(taken) ?? JumpBehind(choice);
        }

        return last.FirstAncestorOrSelf<StatementSyntax>() is { } statement ? JumpBehind(statement) : null;
    }

    private static bool IsBranching(SyntaxNode node) => node is StatementSyntax or SwitchExpressionSyntax or ConditionalExpressionSyntax;

    private static StatementSyntax? Branch(IfStatementSyntax choice, bool truth) => truth ? choice.Statement : choice.Else?.Statement;

    private static bool IsNegated(SyntaxNode part, SyntaxNode condition)
    {
        bool negated = false;
        for (SyntaxNode? node = part; node is not null && node != condition.Parent; node = node.Parent)
        {
            negated ^= node is PrefixUnaryExpressionSyntax { OperatorToken.RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.ExclamationToken } && node != part;
        }

        return negated;
    }

    /// <summary>The jump that the statement is or starts with.</summary>
    public static SyntaxNode? FirstJump(StatementSyntax statement) => statement switch
    {
        BlockSyntax { Statements.Count: > 0 } block => FirstJump(block.Statements[0]),
        BlockSyntax => null,
        _ => IsJump(statement) ? statement : null,
    };

    private static bool IsJump(StatementSyntax statement) =>
        statement is ReturnStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax or ThrowStatementSyntax or YieldStatementSyntax;

    private static SyntaxNode? JumpBehind(StatementSyntax statement)
    {
        SyntaxList<StatementSyntax> siblings = statement.Parent switch
        {
            BlockSyntax block => block.Statements,
            SwitchSectionSyntax section => section.Statements,
            _ => default,
        };
        int index = siblings.IndexOf(statement);
        if (index >= 0 && index + 1 < siblings.Count)
        {
            return FirstJump(siblings[index + 1]);
        }

        // The last of an inner block: go on behind the block, unless that goes round a loop.
        return statement.Parent is BlockSyntax { Parent: StatementSyntax outer and not (ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax or LocalFunctionStatementSyntax) }
            ? JumpBehind(outer)
            : statement.Parent is IfStatementSyntax or ElseClauseSyntax && statement.Parent.FirstAncestorOrSelf<IfStatementSyntax>() is { } choice
                ? JumpBehind(choice)
                : null;
    }
}
