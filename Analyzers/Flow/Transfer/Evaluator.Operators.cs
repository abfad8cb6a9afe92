using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>Operators, conversions and patterns: the conditions that tell paths apart.</summary>
internal sealed partial class Evaluator
{
    private Value VisitUnary(IUnaryOperation unary)
    {
        Value operand = Visit(unary.Operand);
        if (unary.OperatorMethod is { } method)
        {
            return CallOperator(unary, method, operand);
        }

        return Checked(operand, null, unary.OperatorKind switch
        {
            UnaryOperatorKind.Not => Conditions.Not(operand),
            UnaryOperatorKind.Plus => operand,
            UnaryOperatorKind.Minus => Values.Compound(ValueOperator.Subtract, Values.Constant(0L), operand),
            _ => Values.Compound(ValueOperator.Other, operand, null, unary.OperatorKind),
        });
    }

    /// <summary>Sums and concatenations lean to the left, and may be as deep as they are long: no recursion there.</summary>
    private Value VisitBinary(IBinaryOperation binary)
    {
        if (!LeansLeft(binary))
        {
            return Combine(binary, Visit(binary.LeftOperand), Visit(binary.RightOperand));
        }

        var waiting = new Stack<IBinaryOperation>();
        for (; LeansLeft(binary); binary = (IBinaryOperation)binary.LeftOperand)
        {
            waiting.Push(binary);
        }

        Value value = Visit(binary);
        while (waiting.Count > 0)
        {
            binary = waiting.Pop();
            value = Combine(binary, value, Visit(binary.RightOperand));
        }

        return value;
    }

    private static bool LeansLeft(IBinaryOperation binary) => binary.LeftOperand is IBinaryOperation { ConstantValue.HasValue: false };

    private Value Combine(IBinaryOperation binary, Value left, Value right) => Checked(left, right, CombineOperands(binary, left, right));

    /// <summary>The result; where it was too large to be followed, the answers in its operands are lost with it.</summary>
    private Value Checked(Value left, Value? right, Value result)
    {
        if (result is BlurredValue)
        {
            GiveUpAnswered(left);
            if (right is not null)
            {
                GiveUpAnswered(right);
            }
        }

        return result;
    }

    private Value CombineOperands(IBinaryOperation binary, Value left, Value right)
    {
        if (binary.OperatorMethod is { } method)
        {
            // == and != of a type's own are taken for what they are meant to be.
            return method.Name switch
            {
                WellKnownMemberNames.EqualityOperatorName => Conditions.Equal(_state, left, right),
                WellKnownMemberNames.InequalityOperatorName => Conditions.Not(Conditions.Equal(_state, left, right)),
                _ => CallOperator(binary, method, left, right),
            };
        }

        CheckCount(binary, left, right);
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.Equals:
                return Conditions.Equal(_state, left, right);
            case BinaryOperatorKind.NotEquals:
                return Conditions.Not(Conditions.Equal(_state, left, right));
            case BinaryOperatorKind.LessThan:
                return Conditions.Less(left, right, orEqual: false);
            case BinaryOperatorKind.LessThanOrEqual:
                return Conditions.Less(left, right, orEqual: true);
            case BinaryOperatorKind.GreaterThan:
                return Conditions.Less(right, left, orEqual: false);
            case BinaryOperatorKind.GreaterThanOrEqual:
                return Conditions.Less(right, left, orEqual: true);
            case BinaryOperatorKind.ConditionalAnd:
                return Conditions.And(left, right);
            case BinaryOperatorKind.ConditionalOr:
                return Conditions.Or(left, right);
            case BinaryOperatorKind.Add when binary.Type?.SpecialType == SpecialType.System_String:
                TestAnswers(left);
                TestAnswers(right);
                return NotNull(Fresh(binary));
            default:
                return Arithmetic(binary.OperatorKind, left, right, binary);
        }
    }

    private Value Arithmetic(BinaryOperatorKind kind, Value left, Value right, IOperation operation)
    {
        if (operation.Type?.SpecialType == SpecialType.System_Boolean && kind is (BinaryOperatorKind.And or BinaryOperatorKind.Or))
        {
            return kind == BinaryOperatorKind.And ? Conditions.And(left, right) : Conditions.Or(left, right);
        }

        if (operation.Type?.SpecialType == SpecialType.System_Boolean && kind == BinaryOperatorKind.ExclusiveOr)
        {
            return Conditions.Or(Conditions.And(left, Conditions.Not(right)), Conditions.And(Conditions.Not(left), right));
        }

        if (left is ConstantValue { Constant: long a } && right is ConstantValue { Constant: long b })
        {
            long? folded = Fold(kind, a, b);
            if (folded is not null)
            {
                return Values.Constant(folded.Value);
            }
        }

        if (kind == BinaryOperatorKind.Subtract && right is ConstantValue { Constant: long subtracted and not long.MinValue })
        {
            (kind, right) = (BinaryOperatorKind.Add, Values.Constant(-subtracted));
        }
        else if (kind == BinaryOperatorKind.Add && left is ConstantValue)
        {
            (left, right) = (right, left);
        }

        if (kind == BinaryOperatorKind.Add && right is ConstantValue { Constant: long more })
        {
            // (x + 1) + 1 is x + 2: a counter has one form, however it came to its value.
            if (more == 0)
            {
                return left;
            }

            if (left is CompoundValue { Operator: ValueOperator.Add, Right: ConstantValue { Constant: long already } } sum)
            {
                long total = unchecked(already + more);
                return total == 0 ? sum.Left : Values.Compound(ValueOperator.Add, sum.Left, Values.Constant(total));
            }
        }

        ValueOperator @operator = kind switch
        {
            BinaryOperatorKind.Add => ValueOperator.Add,
            BinaryOperatorKind.Subtract => ValueOperator.Subtract,
            BinaryOperatorKind.Multiply => ValueOperator.Multiply,
            BinaryOperatorKind.And => ValueOperator.BitAnd,
            BinaryOperatorKind.Or => ValueOperator.BitOr,
            BinaryOperatorKind.ExclusiveOr => ValueOperator.BitXor,
            _ => ValueOperator.Other,
        };
        return Values.Compound(@operator, left, right, @operator == ValueOperator.Other ? kind : null);
    }

    private static long? Fold(BinaryOperatorKind kind, long left, long right) => unchecked(kind switch
    {
        BinaryOperatorKind.Add => left + right,
        BinaryOperatorKind.Subtract => left - right,
        BinaryOperatorKind.Multiply => left * right,
        BinaryOperatorKind.And => left & right,
        BinaryOperatorKind.Or => left | right,
        BinaryOperatorKind.ExclusiveOr => left ^ right,
        _ => (long?)null,
    });

    private Value VisitConversion(IConversionOperation conversion)
    {
        Value operand = Visit(conversion.Operand);
        if (conversion.OperatorMethod is { } method)
        {
            return CallOperator(conversion, method, operand);
        }

        // A cast to another class or interface keeps the object. `as` gives it up where the type is another.
        if (conversion.IsTryCast && !conversion.GetConversion().IsImplicit && operand is not ConstantValue)
        {
            Value test = TypeTest(operand, conversion.Type!, conversion.Operand.Type);
            bool stale = false;
            bool? decided = Conditions.Decide(_state, test, ref stale);
            if (decided is null && _choices.IsFull)
            {
                _state = Widening.LetGo(_state);
                return operand;
            }

            bool matches = decided ?? _choices.Take();
            return Require(Conditions.Assume(_state, test, matches)) && matches ? operand : Values.Null;
        }

        if (NumberOfPointer.Is(conversion))
        {
            Escape(operand);
        }

        return operand;
    }

    private Value TypeTest(Value value, ITypeSymbol type, ITypeSymbol? staticType)
    {
        // What is known of the value beats what the expression was declared as.
        staticType = (value as OpaqueValue)?.Type ?? staticType;
        if (staticType is not null && _context.Compilation is CSharpCompilation compilation)
        {
            Conversion conversion = compilation.ClassifyConversion(staticType, type);
            if (conversion.IsIdentity || (conversion.IsImplicit && conversion.IsReference))
            {
                return staticType.IsValueType ? Values.True : Conditions.Not(Conditions.Equal(_state, value, Values.Null));
            }
        }

        return Values.Compound(ValueOperator.IsType, value, null, type);
    }
}
