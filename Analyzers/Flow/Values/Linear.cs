namespace Devmap.Analyzers.Flow.Values;

/// <summary>Numbers that are one value and a constant more or less: a counter and its neighbours.</summary>
internal static class Linear
{
    /// <summary>How much the left is more than the right; <see langword="null"/> where they do not come from one value.</summary>
    public static long? Difference(Value left, Value right)
    {
        (Value? leftBase, long leftOffset) = Split(left);
        (Value? rightBase, long rightOffset) = Split(right);
        return leftBase == rightBase && (leftBase is not null || (IsNumber(left) && IsNumber(right))) ? unchecked(leftOffset - rightOffset) : null;
    }

    private static bool IsNumber(Value value) => value is ConstantValue { Constant: long };

    private static (Value? Base, long Offset) Split(Value value) => value switch
    {
        ConstantValue { Constant: long constant } => (null, constant),
        ConstantValue => (value, 0),
        CompoundValue { Operator: ValueOperator.Add, Right: ConstantValue { Constant: long offset } } sum => (sum.Left, offset),
        _ => (value, 0),
    };
}
