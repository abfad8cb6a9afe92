using System;

namespace Devmap.Contracts;

/// <summary>
/// The call takes one reference from the caller: it releases it, or takes it over. On a method the receiver is meant, on
/// a parameter the argument.
/// </summary>
/// <remarks>A call that throws has taken the reference all the same, unless the release is conditional.</remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Constructor, AllowMultiple = true)]
public sealed class ReleasesRefAttribute : Attribute
{
    /// <summary>The counter that is meant, where an object has several.</summary>
    public string Kind { get; set; } = "ref";

    /// <summary>The answer that makes the effect happen.</summary>
    public When When { get; set; }

    /// <summary>The <c>ref</c> or <c>out</c> parameter whose value <see cref="When"/> speaks of; <see langword="null"/>: the return value.</summary>
    public string? WhenParameter { get; set; }

    /// <summary>On every normal return the condition held, so that nobody has to test it.</summary>
    public bool ThrowsOtherwise { get; set; }

    /// <summary>The parameter that says how many references, or <c>"return"</c>; <see langword="null"/>: one.</summary>
    public string? Count { get; set; }

    /// <summary>The member of the target that is meant; <see langword="null"/>: the target itself.</summary>
    public string? Member { get; set; }

    /// <summary>A call that finds nothing to release does nothing and is no mistake, as most <c>Dispose</c> methods.</summary>
    public bool Idempotent { get; set; }

    /// <summary>The call ends every reference of the kind, whatever the count.</summary>
    public bool All { get; set; }

    /// <summary>The lender that the object must go back to: <c>"this"</c> or a parameter; <see langword="null"/>: none in particular.</summary>
    public string? Of { get; set; }
}
