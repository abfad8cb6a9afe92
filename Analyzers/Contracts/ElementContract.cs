using System.Collections.Immutable;

namespace Devmap.Analyzers.Contracts;

/// <summary>How an object that comes out of an element is governed when nobody acquired it.</summary>
internal enum RefOrigin
{
    /// <summary>Nothing is said.</summary>
    Unstated,

    /// <summary><c>[BorrowedRef]</c>: alive as long as what it was borrowed from.</summary>
    Borrowed,

    /// <summary><c>[UncountedRef]</c>: a bare pointer.</summary>
    Uncounted,

    /// <summary><c>[OwnedRef]</c>: the containing object holds one reference here.</summary>
    Owned,
}

/// <summary>The contract of one element of a signature: the receiver, a parameter, the return value, a field or a property.</summary>
internal sealed record ElementContract
{
    public static readonly ElementContract None = new();

    /// <summary>
    /// Says that the call does nothing here. Unlike <see cref="None"/> it is a contract, so it replaces one that would
    /// be inherited otherwise.
    /// </summary>
    public static readonly ElementContract NoEffect = new();

    /// <summary>Of an inferred receiver: something is done to it, and nobody can tell what.</summary>
    public static readonly ElementContract Unknown = new();

    public ImmutableArray<RefEffect> Effects { get; init; } = ImmutableArray<RefEffect>.Empty;

    public RefOrigin Origin { get; init; }

    /// <summary>What a borrowed object was borrowed from: <c>this</c>, a parameter, or <see langword="null"/>: from nobody, alive for good.</summary>
    public string? BorrowedFrom { get; init; }

    /// <summary>The kind of an owned element.</summary>
    public string OwnedKind { get; init; } = RefEffect.DefaultKind;

    /// <summary>The bool member while which an owned element is owned; <see langword="null"/>: always.</summary>
    public string? OwnedWhenMember { get; init; }

    /// <summary>Whether something must hold a reference for the whole call.</summary>
    public bool Requires { get; init; }

    /// <summary>The kind that <see cref="Requires"/> asks for; <see langword="null"/>: any.</summary>
    public string? RequiredKind { get; init; }

    /// <summary>Whether the body itself must hold it.</summary>
    public bool RequiresHeld { get; init; }

    /// <summary>The receiver (<c>this</c>) or parameter whose very object the return value is; <see langword="null"/>: none.</summary>
    public string? AliasOf { get; init; }

    /// <summary>Who keeps the object alive from now on, without an effect of its own; <see langword="null"/>: nobody new.</summary>
    public string? KeptBy { get; init; }

    /// <summary>The answer of the call with which <see cref="KeptBy"/> begins.</summary>
    public RefCondition KeptWhen { get; init; }

    /// <summary>The standing qualities of the value (<c>[HasTrait]</c>).</summary>
    public ImmutableArray<string> Traits { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The qualities that a call refuses here (<c>[RejectsTrait]</c>).</summary>
    public ImmutableArray<RejectedTrait> Rejects { get; init; } = ImmutableArray<RejectedTrait>.Empty;

    /// <summary>The quality of an argument that the answer of the call tells of (<c>[TraitTest]</c> on a parameter).</summary>
    public string? TestedTrait { get; init; }

    /// <summary>The delegate runs when the returned object is disposed.</summary>
    public bool RunsAtDispose { get; init; }

    /// <summary>
    /// Nobody wrote this; it is what holds by the platform's convention. Anything written on the element, here or
    /// further up the hierarchy, replaces it.
    /// </summary>
    public bool IsAssumed { get; init; }

    /// <summary>What a call that throws leaves of <see cref="Effects"/>; anything but the rule of the language is inferred.</summary>
    public ThrowBehavior OnThrow { get; init; }

    public bool IsUnknown => ReferenceEquals(this, Unknown);

    /// <summary>Nothing at all is said of the element. Readers hand out <see cref="None"/> itself then.</summary>
    public bool IsNone => ReferenceEquals(this, None);
}

/// <summary>A quality that a call refuses: <c>[RejectsTrait]</c>.</summary>
/// <param name="Trait">The quality.</param>
/// <param name="Argument">The parameter that asks for the refused service; <see langword="null"/>: the call refuses the quality always.</param>
/// <param name="Flag">The bits of <paramref name="Argument"/> that ask for it; <see langword="null"/> with an argument: any value but zero.</param>
internal sealed record RejectedTrait(string Trait, string? Argument, long? Flag);
