using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>Numbers: what a comparison says of the range of a value.</summary>
internal sealed partial class Conditions
{
    public NumberRange RangeOf(FlowState state, Value value) => value switch
    {
        ConstantValue { Constant: long constant } => NumberRange.All.Exactly(constant),
        CompoundValue { Operator: ValueOperator.Add, Right: ConstantValue { Constant: long offset } } sum =>
            Shift(RangeOf(state, sum.Left), offset).Within(state.FactsOf(sum).Range),
        OpaqueValue { Type: INamedTypeSymbol { TypeKind: TypeKind.Enum } type } when state.FactsOf(value).Range.IsAll => EnumRange.Of(type),
        CompoundValue or OpaqueValue => state.FactsOf(value).Range,
        _ => NumberRange.All,
    };

    public FlowState? AssumeRange(FlowState state, Value value, System.Func<NumberRange, NumberRange> narrow)
    {
        NumberRange range = narrow(RangeOf(state, value));
        if (range.IsEmpty)
        {
            return null;
        }

        return value is ConstantValue ? state
            : value.IsBlurred ? state.AsUncertain()
            : state.WithFacts(value, state.FactsOf(value) with { Range = range });
    }

    private static NumberRange Shift(NumberRange range, long offset)
    {
        NumberRange result = NumberRange.All;
        if (range.Min != long.MinValue && !Overflows(range.Min, offset))
        {
            result = result.AtLeast(range.Min + offset);
        }

        return range.Max != long.MaxValue && !Overflows(range.Max, offset) ? result.AtMost(range.Max + offset) : result;
    }

    private static bool Overflows(long value, long offset) =>
        offset > 0 ? value > long.MaxValue - offset : value < long.MinValue - offset;

    private FlowState? AssumeLess(FlowState state, CompoundValue less, bool truth)
    {
        // Against a constant the range says it all; a second record of the same would only keep paths apart.
        FlowState? result = less.Left is ConstantValue || less.Right is ConstantValue ? state : Record(state, less, truth);
        bool strict = less.Operator == ValueOperator.LessThan;

        // Not a < b is b <= a; not a <= b is b < a.
        (Value low, Value high, bool isStrict) = truth ? (less.Left, less.Right!, strict) : (less.Right!, less.Left, !strict);
        NumberRange lowRange = RangeOf(state, low);
        NumberRange highRange = RangeOf(state, high);
        if (highRange.Max != long.MaxValue)
        {
            long bound = isStrict ? highRange.Max - 1 : highRange.Max;
            result = AssumeRange(result, low, range => range.AtMost(bound));
        }

        if (result is not null && lowRange.Min != long.MinValue)
        {
            long bound = isStrict ? lowRange.Min + 1 : lowRange.Min;
            result = AssumeRange(result, high, range => range.AtLeast(bound));
        }

        return result;
    }
}
