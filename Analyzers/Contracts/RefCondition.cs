namespace Devmap.Analyzers.Contracts;

/// <summary>The answer that makes a conditional effect happen; the same members as <c>Devmap.Contracts.When</c>, in the same order.</summary>
internal enum RefCondition
{
    Always,
    True,
    False,
    NotNull,
    Null,
    Zero,
    NonZero,
    Positive,
    NonNegative,
}
