namespace Devmap.Analyzers.Contracts;

/// <summary>What is said of a contract word beside the word itself, by the names of the attributes' properties, wherever it is written.</summary>
/// <remarks>
/// One argument that cannot be read makes the whole <see cref="IsMalformed"/>: a contract with another kind or another
/// condition than its author meant is worse than none.
/// </remarks>
internal abstract class ContractArguments
{
    public bool IsMalformed { get; protected set; }

    /// <summary>A text that has to be there.</summary>
    public abstract string Text(string name, string absent);

    /// <summary>A text that <see langword="null"/> is a value of.</summary>
    public abstract string? TextOrNull(string name, string? absent = null);

    /// <summary>The quality that a trait word names.</summary>
    public abstract string Trait();

    public abstract bool Flag(string name, bool absent = false);

    public abstract RefCondition Condition(string name);

    /// <summary>The bits of a number, an enum value or a bool; <see langword="null"/> where none is given.</summary>
    public abstract long? Bits(string name);

    protected T Fail<T>(T value)
    {
        IsMalformed = true;
        return value;
    }
}
