using System;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.CodeFixes.Syntax;

/// <summary>What the two outcomes of a condition say about an acquire that it tests.</summary>
internal readonly struct AnswerTest
{
    private AnswerTest(bool? ifTrue, bool? ifFalse)
    {
        IfTrue = ifTrue;
        IfFalse = ifFalse;
    }

    /// <summary>Whether the reference is held where the condition is true; <see langword="null"/>: one cannot know.</summary>
    public bool? IfTrue { get; }

    /// <summary>Whether the reference is held where the condition is false; <see langword="null"/>: one cannot know.</summary>
    public bool? IfFalse { get; }

    /// <summary>Reads <paramref name="condition"/>, in which <paramref name="isAnswer"/> recognises the answer of the acquire.</summary>
    public static AnswerTest Of(ExpressionSyntax condition, Func<ExpressionSyntax, bool> isAnswer)
    {
        if (isAnswer(condition))
        {
            return new AnswerTest(true, false);
        }

        switch (condition)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return Of(parenthesized.Expression, isAnswer);
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not:
                return Of(not.Operand, isAnswer).Negated();
            case IsPatternExpressionSyntax isPattern when IsAnswer(isPattern.Expression, isAnswer):
                return OfPattern(isPattern.Pattern);
            case BinaryExpressionSyntax binary:
                return OfBinary(binary, isAnswer);
            default:
                return default;
        }
    }

    private static AnswerTest OfBinary(BinaryExpressionSyntax binary, Func<ExpressionSyntax, bool> isAnswer)
    {
        switch (binary.Kind())
        {
            case SyntaxKind.LogicalAndExpression:
                var lastOfAnd = Of(binary.Right, isAnswer);
                return lastOfAnd.IfTrue == true && lastOfAnd.IfFalse == false ? lastOfAnd : default;
            case SyntaxKind.LogicalOrExpression:
                var lastOfOr = Of(binary.Right, isAnswer);
                return lastOfOr.IfTrue == false && lastOfOr.IfFalse == true ? lastOfOr : default;
            case SyntaxKind.EqualsExpression when IsAnswer(binary.Left, isAnswer):
                return OfConstant(binary.Right);
            case SyntaxKind.GreaterThanExpression when IsAnswer(binary.Left, isAnswer) && IsZero(binary.Right):
                return new AnswerTest(true, false);
            case SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression when IsAnswer(binary.Left, isAnswer) && IsZero(binary.Right):
                return new AnswerTest(false, true);
            case SyntaxKind.NotEqualsExpression when IsAnswer(binary.Left, isAnswer):
                return OfConstant(binary.Right).Negated();
            default:
                return default;
        }
    }

    private static AnswerTest OfPattern(PatternSyntax pattern) => pattern switch
    {
        ConstantPatternSyntax constant => OfConstant(constant.Expression),
        UnaryPatternSyntax not => OfPattern(not.Pattern).Negated(),
        ParenthesizedPatternSyntax parenthesized => OfPattern(parenthesized.Pattern),
        RecursivePatternSyntax { Type: null, PositionalPatternClause: null, PropertyPatternClause.Subpatterns.Count: 0 } => new AnswerTest(true, false),
        _ => default,
    };

    /// <summary>The answer equals <paramref name="constant"/>.</summary>
    private static AnswerTest OfConstant(ExpressionSyntax constant) => constant.Kind() switch
    {
        SyntaxKind.TrueLiteralExpression => new AnswerTest(true, false),
        SyntaxKind.FalseLiteralExpression or SyntaxKind.NullLiteralExpression => new AnswerTest(false, true),
        _ => default,
    };

    private static bool IsZero(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax { Token.Value: 0 };

    private static bool IsAnswer(ExpressionSyntax expression, Func<ExpressionSyntax, bool> isAnswer) =>
        isAnswer(expression)
        || (expression is ParenthesizedExpressionSyntax parenthesized && IsAnswer(parenthesized.Expression, isAnswer));

    private AnswerTest Negated() => new(IfFalse, IfTrue);
}
