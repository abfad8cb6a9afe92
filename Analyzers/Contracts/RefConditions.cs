namespace Devmap.Analyzers.Contracts;

/// <summary>Conditions as they are written.</summary>
internal static class RefConditions
{
    /// <summary>The condition of a name of <c>Devmap.Contracts.When</c>; <see langword="null"/>: no such condition.</summary>
    public static RefCondition? OfName(string name) => name switch
    {
        nameof(RefCondition.Always) => RefCondition.Always,
        nameof(RefCondition.True) => RefCondition.True,
        nameof(RefCondition.False) => RefCondition.False,
        nameof(RefCondition.NotNull) => RefCondition.NotNull,
        nameof(RefCondition.Null) => RefCondition.Null,
        nameof(RefCondition.Zero) => RefCondition.Zero,
        nameof(RefCondition.NonZero) => RefCondition.NonZero,
        nameof(RefCondition.Positive) => RefCondition.Positive,
        nameof(RefCondition.NonNegative) => RefCondition.NonNegative,
        _ => null,
    };

    /// <summary>The condition of a value of <c>Devmap.Contracts.When</c>; <see langword="null"/>: no such condition.</summary>
    public static RefCondition? OfValue(long value) =>
        value is >= (long)RefCondition.Always and <= (long)RefCondition.NonNegative ? (RefCondition)value : null;
}
