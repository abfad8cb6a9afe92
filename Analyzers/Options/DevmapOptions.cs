namespace Devmap.Analyzers.Options;

/// <summary>The options that hold for one file.</summary>
internal sealed record DevmapOptions
{
    /// <summary>What holds where nothing is configured.</summary>
    public static readonly DevmapOptions Default = new();

    /// <summary>Which exceptions count as ends of a body.</summary>
    public ExceptionPaths Exceptions { get; init; } = KnownOptions.ExceptionPaths.Default;

    /// <summary>Of objects of these types nothing is reported.</summary>
    public SymbolList ExcludedTypes { get; init; } = KnownOptions.ExcludedTypes.Default;

    /// <summary>Of calls of these members, and of their own bodies, nothing is reported.</summary>
    public SymbolList ExcludedMembers { get; init; } = KnownOptions.ExcludedMembers.Default;

    /// <summary>A call without contract may keep what it is given; otherwise it is only lent.</summary>
    public bool UnknownCallsKeep { get; init; } = KnownOptions.UnknownCallsKeep.Default;

    /// <summary>Where the analysis gave up is reported.</summary>
    public bool Strict { get; init; } = KnownOptions.Strict.Default;

    /// <summary>The version of the kernel whose rules the library is held to.</summary>
    public KernelEra Era { get; init; } = KnownOptions.Era.Default;
}
