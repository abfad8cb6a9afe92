namespace Devmap.Contracts;

/// <summary>
/// The answer that makes an effect happen: of a method its return value, of a <see cref="System.Threading.Tasks.Task"/>
/// the awaited value, and with <c>WhenParameter</c> the value of that parameter after the call.
/// </summary>
public enum When
{
    /// <summary>The effect happens on every normal return.</summary>
    Always,

    /// <summary>The answer is <see langword="true"/>.</summary>
    True,

    /// <summary>The answer is <see langword="false"/>.</summary>
    False,

    /// <summary>The answer is not <see langword="null"/>.</summary>
    NotNull,

    /// <summary>The answer is <see langword="null"/>.</summary>
    Null,

    /// <summary>The answer is zero, the success value of an errno for example.</summary>
    Zero,

    /// <summary>The answer is not zero.</summary>
    NonZero,

    /// <summary>The answer is greater than zero.</summary>
    Positive,

    /// <summary>The answer is zero or greater, as a count that shares its type with negative error numbers.</summary>
    NonNegative,
}
