using System.Collections.Immutable;

namespace Devmap.Analyzers.Contracts;

/// <summary>Everything that is said of one method, constructor, property, field, operator or local function.</summary>
internal sealed class MemberContract
{
    /// <summary>Nothing is said: a call may do anything that calls do.</summary>
    public static readonly MemberContract None = new();

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

    /// <summary>The trait that a bool member establishes (<c>[TraitTest]</c>).</summary>
    public string? TestsTrait { get; init; }

    /// <summary>The kind of reference that a bool member tests for (<c>[RefTest]</c>).</summary>
    public string? TestsRef { get; init; }

    /// <summary>The kind of reference that an integer field counts (<c>[RefCounter]</c>).</summary>
    public string? CountsRef { get; init; }

    public bool IsNone => ReferenceEquals(this, None);

    public ElementContract Parameter(int ordinal) => Parameters.IsEmpty ? ElementContract.None : Parameters[ordinal];
}
