using System;

namespace Devmap.Contracts;

/// <summary>
/// After the call the caller holds one reference more: on the receiver (method, property), on the argument or on what an
/// <c>out</c> or array parameter receives, on the returned object, or on the new object (constructor).
/// </summary>
/// <remarks>Of a static method or property, the receiver is its type. A call that throws acquires nothing.</remarks>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.ReturnValue | AttributeTargets.Constructor,
    AllowMultiple = true)]
public sealed class AcquiresRefAttribute : Attribute
{
    /// <summary>The counter that is meant, where an object has several.</summary>
    public string Kind { get; set; } = "ref";

    /// <summary>The answer that makes the effect happen.</summary>
    public When When { get; set; }

    /// <summary>The <c>ref</c> or <c>out</c> parameter whose value <see cref="When"/> speaks of; <see langword="null"/>: the return value.</summary>
    public string? WhenParameter { get; set; }

    /// <summary>
    /// On every normal return the condition held, so that nobody has to test it: the answer only tells the exception
    /// path apart.
    /// </summary>
    public bool ThrowsOtherwise { get; set; }

    /// <summary>The parameter that says how many references, or <c>"return"</c>; <see langword="null"/>: one.</summary>
    public string? Count { get; set; }

    /// <summary>The member of the target that is meant; <see langword="null"/>: the target itself.</summary>
    public string? Member { get; set; }
}
