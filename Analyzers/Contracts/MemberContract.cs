using System.Collections.Immutable;

namespace Devmap.Analyzers.Contracts;

/// <summary>Everything that is said of one method, constructor, property, field, operator or local function.</summary>
/// <remarks>
/// The contract of a type uses the same words for what it says of all its members: <see cref="Receiver"/> is what its
/// constructors do to the new object, <see cref="Return"/> has the traits of its instances.
/// </remarks>
internal sealed record MemberContract
{
    /// <summary>Nothing is said: a call may do anything that calls do.</summary>
    public static readonly MemberContract None = new();

    /// <summary>Nothing but <see cref="LendsByDefault"/>.</summary>
    public static readonly MemberContract Lending = new() { LendsByDefault = true };

    /// <summary>The effect on the receiver; of a constructor, on the new object; of a static member, on its type.</summary>
    public ElementContract Receiver { get; init; } = ElementContract.None;

    /// <summary>The return value of a method, the value of a field or property.</summary>
    public ElementContract Return { get; init; } = ElementContract.None;

    /// <summary>One for each parameter, or empty where none has a contract.</summary>
    public ImmutableArray<ElementContract> Parameters { get; init; } = ImmutableArray<ElementContract>.Empty;

    /// <summary>The body is the primitive itself (<c>[TrustedContract]</c> on it or on its type).</summary>
    public bool IsTrusted { get; init; }

    /// <summary>Every parameter without contract is lent: the member has some contract of its own, or stands under <c>[BorrowedByDefault]</c>.</summary>
    public bool LendsByDefault { get; init; }

    /// <summary>Nobody wrote this: it was told from the body.</summary>
    public bool IsInferred { get; init; }

    /// <summary>Of an inferred contract: no path comes back normally.</summary>
    public bool NeverReturns { get; init; }

    /// <summary>Of an inferred contract: no path leaves by an exception.</summary>
    public bool NeverThrows { get; init; }

    /// <summary>The trait that a bool member establishes (<c>[TraitTest]</c>).</summary>
    public string? TestsTrait { get; init; }

    /// <summary>The kind of reference that a bool member tests for (<c>[RefTest]</c>).</summary>
    public string? TestsRef { get; init; }

    /// <summary>The kind of reference that an integer field counts (<c>[RefCounter]</c>).</summary>
    public string? CountsRef { get; init; }

    public bool IsNone => ReferenceEquals(this, None);

    /// <summary>Some element or the member itself has a contract that somebody wrote; trust and lending alone are none.</summary>
    public bool SaysSomething
    {
        get
        {
            if (IsWritten(Receiver) || IsWritten(Return) || TestsTrait != null || TestsRef != null || CountsRef != null)
                return true;

            foreach (var parameter in Parameters)
            {
                if (IsWritten(parameter))
                    return true;
            }

            return false;
        }
    }

    /// <summary>A call does something to a count, or hands out an object of which it is known how it is kept.</summary>
    public bool HasEffects
    {
        get
        {
            if (!Receiver.Effects.IsEmpty || !Return.Effects.IsEmpty || Return.Origin != RefOrigin.Unstated)
            {
                return true;
            }

            foreach (var parameter in Parameters)
            {
                if (!parameter.Effects.IsEmpty || parameter.Origin != RefOrigin.Unstated)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <param name="ordinal">The parameter's ordinal in the unreduced definition; none is out of range.</param>
    public ElementContract Parameter(int ordinal) =>
        (uint)ordinal < (uint)Parameters.Length ? Parameters[ordinal] : ElementContract.None;

    private static bool IsWritten(ElementContract element) => !element.IsNone && !element.IsAssumed;
}
