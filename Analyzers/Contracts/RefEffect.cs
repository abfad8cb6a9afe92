namespace Devmap.Analyzers.Contracts;

/// <summary>What a call does to the caller's holdings on one object: one <c>[AcquiresRef]</c> or <c>[ReleasesRef]</c>.</summary>
internal sealed record RefEffect
{
    public const string DefaultKind = "ref";

    /// <summary>The kind of reference that <c>Dispose</c> gives up.</summary>
    public const string DisposeKind = "dispose";

    /// <summary>
    /// Permits of a semaphore. One may give what another takes, so that a semaphore is a signal as well: to take one and give
    /// none, or the other way round, is a mistake only of a body that also gives back.
    /// </summary>
    public const string PermitKind = "permit";

    /// <summary>Whether the caller holds one more afterwards; otherwise it holds one less.</summary>
    public bool Acquires { get; init; }

    public string Kind { get; init; } = DefaultKind;

    public RefCondition When { get; init; }

    /// <summary>The <c>ref</c> or <c>out</c> parameter whose value after the call <see cref="When"/> speaks of; <see langword="null"/>: the return value.</summary>
    public string? WhenParameter { get; init; }

    /// <summary>On every normal return the condition held.</summary>
    public bool ThrowsOtherwise { get; init; }

    /// <summary>The parameter that says how many, or <c>return</c>; <see langword="null"/>: one.</summary>
    public string? Count { get; init; }

    /// <summary>The member of the target that is meant; <see langword="null"/>: the target itself.</summary>
    public string? Member { get; init; }

    /// <summary>A release that may find nothing to give up.</summary>
    public bool Idempotent { get; init; }

    /// <summary>A release that ends every reference of the kind, whatever the count.</summary>
    public bool All { get; init; }

    /// <summary>The lender to which the object must go back: <c>this</c> or a parameter.</summary>
    public string? Of { get; init; }

    /// <summary>The parameter or <c>this</c> or <c>return</c> that keeps the object alive from now on (<c>[KeptBy]</c>).</summary>
    public string? Keeper { get; init; }

    public bool IsUnconditional => When == RefCondition.Always || ThrowsOtherwise;
}
