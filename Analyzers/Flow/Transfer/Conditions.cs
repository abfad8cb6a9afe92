using System.Runtime.CompilerServices;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>What a path knows of conditions: whether one is decided, and what follows from taking a branch.</summary>
internal sealed partial class Conditions
{
    private readonly ValueTable _values;

    public Conditions(ValueTable values) => _values = values;

    /// <summary>The value of <c>left == right</c>: a constant where the path decides it.</summary>
    public Value Equal(FlowState state, Value left, Value right)
    {
        if (left == right && left is not CompoundValue { Operator: ValueOperator.Other })
        {
            return _values.True;
        }

        // x == !y is !(x == y): one comparison, however it is put.
        if (left is CompoundValue { Operator: ValueOperator.Not } notLeft)
        {
            return Not(Equal(state, notLeft.Left, right));
        }

        if (right is CompoundValue { Operator: ValueOperator.Not } notRight)
        {
            return Not(Equal(state, left, notRight.Left));
        }

        // Constants to the right, so that one comparison has one form.
        if (left is ConstantValue && right is not ConstantValue)
        {
            (left, right) = (right, left);
        }
        else if (left is not ConstantValue && right is not ConstantValue && left.Id > right.Id)
        {
            (left, right) = (right, left);
        }

        if (left is ConstantValue a && right is ConstantValue b)
        {
            return _values.Bool(Equals(a.Constant, b.Constant));
        }

        return right is ConstantValue { Constant: bool constant }
            ? constant ? left : Not(left)
            : _values.Compound(ValueOperator.Equal, left, right);
    }

    public Value Not(Value value) => value switch
    {
        ConstantValue { Constant: bool constant } => _values.Bool(!constant),
        CompoundValue { Operator: ValueOperator.Not } negation => negation.Left,
        _ => _values.Compound(ValueOperator.Not, value, null),
    };

    public Value And(Value left, Value right) =>
        left == _values.False || right == _values.False ? _values.False
        : left == _values.True ? right
        : right == _values.True ? left
        : _values.Compound(ValueOperator.And, left, right);

    public Value Or(Value left, Value right) =>
        left == _values.True || right == _values.True ? _values.True
        : left == _values.False ? right
        : right == _values.False ? left
        : _values.Compound(ValueOperator.Or, left, right);

    public Value Less(Value left, Value right, bool orEqual) =>
        left is ConstantValue { Constant: long a } && right is ConstantValue { Constant: long b }
            ? _values.Bool(orEqual ? a <= b : a < b)
            : _values.Compound(orEqual ? ValueOperator.LessThanOrEqual : ValueOperator.LessThan, left, right);

    /// <summary>Whether the path decides the condition; <paramref name="stale"/> is set where it leans on something that may have changed.</summary>
    public bool? Decide(FlowState state, Value condition, ref bool stale)
    {
        if (condition is ConstantValue constant)
        {
            return constant.Constant as bool?;
        }

        Facts facts = state.FactsOf(condition);
        if (facts.Truth is { } truth)
        {
            stale |= facts.Stale;
            return truth;
        }

        return condition is CompoundValue compound ? DecideCompound(state, compound, ref stale) : null;
    }

    /// <summary>The state in which the condition has the given truth; <see langword="null"/> where no such path exists.</summary>
    public FlowState? Assume(FlowState state, Value condition, bool truth) =>
        AssumeAlone(state, condition, truth) is { } assumed ? Propagate(assumed) : null;

    // Without what follows from earlier decisions: what is concluded there comes back here, and where it can be recorded
    // nowhere, it would be concluded again without end.
    private FlowState? AssumeAlone(FlowState state, Value condition, bool truth)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        bool stale = false;
        if (Decide(state, condition, ref stale) is { } decided)
        {
            return decided != truth ? null : stale ? state.AsUncertain() : state;
        }

        switch (condition)
        {
            case CompoundValue { Operator: ValueOperator.Not } negation:
                return AssumeAlone(state, negation.Left, !truth);
            case CompoundValue { Operator: ValueOperator.And } both when truth:
                return AssumeAlone(state, both.Left, true) is { } left ? AssumeAlone(left, both.Right!, true) : null;
            case CompoundValue { Operator: ValueOperator.Or } either when !truth:
                return AssumeAlone(state, either.Left, false) is { } first ? AssumeAlone(first, either.Right!, false) : null;
            case { IsBlurred: true }:
                // Nothing is concluded from what cannot be looked through; it may well have been decided before.
                return state.AsUncertain();
            case CompoundValue { Operator: ValueOperator.And or ValueOperator.Or } junction:
                return AssumeOneSide(state, junction, truth);
            case CompoundValue { Operator: ValueOperator.Equal, Right: ConstantValue constant } equal:
                return AssumeEqual(state, equal.Left, constant, truth);
            case CompoundValue { Operator: ValueOperator.Equal } equal:
                return Record(state, equal, truth) is { } recorded && truth ? Unify(recorded, equal.Left, equal.Right!) : Record(state, equal, truth);
            case CompoundValue { Operator: ValueOperator.LessThan or ValueOperator.LessThanOrEqual } less:
                return AssumeLess(state, less, truth);
            case CompoundValue { Operator: ValueOperator.IsType } type when truth:
                return AssumeNullness(Record(state, type, true), type.Left, Nullness.NotNull);
            default:
                return Record(state, condition, truth);
        }
    }

    /// <summary>The state in which the value is null, or not; <see langword="null"/> where no such path exists.</summary>
    public FlowState? AssumeNullness(FlowState state, Value value, Nullness nullness)
    {
        if (value is ConstantValue constant)
        {
            return (constant.Constant is null) == (nullness == Nullness.Null) ? state : null;
        }

        if (value.IsBlurred)
        {
            return state.AsUncertain();
        }

        if (IsNeverNull(value))
        {
            return nullness == Nullness.NotNull ? state : null;
        }

        Facts facts = state.FactsOf(value);
        return facts.Nullness == nullness ? state
            : facts.Nullness != Nullness.Unknown ? null
            : state.WithFacts(value, facts with
            {
                Nullness = nullness,

                // There are no references on null, whatever a contract says of what a call returns.
                Resource = nullness == Nullness.Null ? facts.Resource?.Escape() : facts.Resource,
            });
    }

    /// <summary>The state in which the answer is one that makes an effect happen, or is none; <see langword="null"/> where no such path exists.</summary>
    public FlowState? AssumeAnswer(FlowState state, Value answer, RefCondition when, bool holds) => when switch
    {
        RefCondition.True => Assume(state, answer, holds),
        RefCondition.False => Assume(state, answer, !holds),
        RefCondition.NotNull => AssumeNullness(state, answer, holds ? Nullness.NotNull : Nullness.Null),
        RefCondition.Null => AssumeNullness(state, answer, holds ? Nullness.Null : Nullness.NotNull),
        RefCondition.Zero => AssumeRange(state, answer, range => holds ? range.Exactly(0) : range.Except(0)),
        RefCondition.NonZero => AssumeRange(state, answer, range => holds ? range.Except(0) : range.Exactly(0)),
        RefCondition.Positive => AssumeRange(state, answer, range => holds ? range.AtLeast(1) : range.AtMost(0)),
        RefCondition.NonNegative => AssumeRange(state, answer, range => holds ? range.AtLeast(0) : range.AtMost(-1)),
        _ => holds ? state : null,
    };

    /// <summary>Whether the path decides that the answer is one that makes an effect happen; <see langword="null"/>: both may be.</summary>
    public bool? DecideAnswer(FlowState state, Value answer, RefCondition when) =>
        AssumeAnswer(state, answer, when, true) is null ? false
        : AssumeAnswer(state, answer, when, false) is null ? true
        : null;

    /// <summary>Said of its type or its site, it need not be said of the value on each path.</summary>
    public static bool IsNeverNull(Value value) =>
        value is OpaqueValue { IsNeverNull: true } or OpaqueValue { Type: { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T } };

    private static FlowState Record(FlowState state, Value condition, bool truth) =>
        state.WithFacts(condition, state.FactsOf(condition) with { Truth = truth });

    private bool? DecideCompound(FlowState state, CompoundValue condition, ref bool stale)
    {
        switch (condition.Operator)
        {
            case ValueOperator.Not:
                return !Decide(state, condition.Left, ref stale);
            case ValueOperator.And:
            case ValueOperator.Or:
                bool decisive = condition.Operator == ValueOperator.Or;
                bool? left = Decide(state, condition.Left, ref stale);
                bool? right = Decide(state, condition.Right!, ref stale);
                return left == decisive || right == decisive ? decisive : left is null || right is null ? null : !decisive;
            case ValueOperator.Equal:
                return DecideEqual(state, condition.Left, condition.Right!, ref stale);
            case ValueOperator.LessThan:
            case ValueOperator.LessThanOrEqual:
                return DecideLess(state, condition, ref stale);
            case ValueOperator.IsType:
                bool? isNull = IsNull(state, condition.Left, ref stale);
                return isNull == true ? false : null;
            default:
                return null;
        }
    }

    private bool? DecideEqual(FlowState state, Value left, Value right, ref bool stale)
    {
        if (right.IsNull)
        {
            return IsNull(state, left, ref stale);
        }

        if (right is ConstantValue { Constant: long number })
        {
            NumberRange range = RangeOf(state, left);
            bool? answer = !range.Contains(number) ? false : range.Min == range.Max ? true : null;
            stale |= answer is not null && state.FactsOf(left).Stale;
            return answer;
        }

        // Two conditions, both of them decided.
        if (Decide(state, left, ref stale) is { } leftTruth && Decide(state, right, ref stale) is { } rightTruth)
        {
            return leftTruth == rightTruth;
        }

        // Two references of which one is null and the other is not.
        bool ignored = false;
        bool? leftNull = IsNull(state, left, ref ignored);
        bool? rightNull = IsNull(state, right, ref ignored);
        return leftNull is null || rightNull is null ? null
            : leftNull != rightNull ? false
            : leftNull == true ? true : null;
    }

    private bool? IsNull(FlowState state, Value value, ref bool stale)
    {
        if (value is ConstantValue constant)
        {
            return constant.Constant is null;
        }

        if (IsNeverNull(value))
        {
            return false;
        }

        Facts facts = state.FactsOf(value);
        stale |= facts.Nullness != Nullness.Unknown && facts.Stale;
        return facts.Nullness switch
        {
            Nullness.Null => true,
            Nullness.NotNull => false,
            _ => null,
        };
    }

    private bool? DecideLess(FlowState state, CompoundValue condition, ref bool stale)
    {
        bool orEqual = condition.Operator == ValueOperator.LessThanOrEqual;
        NumberRange left = RangeOf(state, condition.Left);
        NumberRange right = RangeOf(state, condition.Right!);
        bool? answer = (orEqual ? left.Max <= right.Min : left.Max < right.Min) ? true
            : (orEqual ? left.Min > right.Max : left.Min >= right.Max) ? false
            : null;
        if (answer is null)
        {
            // a < b is known where b <= a is.
            Value opposite = _values.Compound(orEqual ? ValueOperator.LessThan : ValueOperator.LessThanOrEqual, condition.Right!, condition.Left);
            answer = !state.FactsOf(opposite).Truth;
        }

        stale |= answer is not null && (state.FactsOf(condition.Left).Stale || state.FactsOf(condition.Right!).Stale);
        return answer;
    }

    private FlowState? AssumeEqual(FlowState state, Value left, ConstantValue right, bool truth)
    {
        switch (right.Constant)
        {
            case null:
                return AssumeNullness(state, left, truth ? Nullness.Null : Nullness.NotNull);
            case long number:
                return AssumeRange(state, left, range => truth ? range.Exactly(number) : range.Except(number));
            default:
                return Record(state, _values.Compound(ValueOperator.Equal, left, right), truth);
        }
    }

    // Two equal references are null together, and one object: what was counted on each of them apart is on both. Two equal
    // numbers have one range.
    private FlowState? Unify(FlowState state, Value left, Value right)
    {
        NumberRange first = RangeOf(state, left), second = RangeOf(state, right);
        if (!first.IsAll || !second.IsAll)
        {
            return AssumeRange(state, left, range => range.Within(second)) is { } narrowed ? AssumeRange(narrowed, right, range => range.Within(first)) : null;
        }

        if (state.ResourceOf(left) is { MayBeHeld: true } || state.ResourceOf(right) is { MayBeHeld: true })
        {
            state = GiveUp(GiveUp(state, left), right);
        }

        bool stale = false;
        if (IsNull(state, left, ref stale) is { } leftNull)
        {
            return AssumeNullness(state, right, leftNull ? Nullness.Null : Nullness.NotNull);
        }

        return IsNull(state, right, ref stale) is { } rightNull
            ? AssumeNullness(state, left, rightNull ? Nullness.Null : Nullness.NotNull)
            : state;
    }

    private static FlowState GiveUp(FlowState state, Value value) =>
        value is OpaqueValue ? state.WithResource(value, (state.ResourceOf(value) ?? new Resource()).Escape()) : state;
}
