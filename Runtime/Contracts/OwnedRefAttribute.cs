using System;

namespace Devmap.Contracts;

/// <summary>
/// The containing object holds one reference here, or one on each element of a collection. Storing moves the reference
/// in; the type's own release must give it up; overwriting it without a release loses it.
/// </summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Parameter, AllowMultiple = true)]
public sealed class OwnedRefAttribute : Attribute
{
    /// <summary>The counter that is meant, where an object has several.</summary>
    public string Kind { get; set; } = "ref";

    /// <summary>The bool member while which the reference is held; <see langword="null"/>: always.</summary>
    public string? WhenMember { get; set; }
}
