using System;

namespace Devmap.Contracts;

/// <summary>The value has a standing quality, <c>fs-dax</c> for example.</summary>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.ReturnValue
    | AttributeTargets.Parameter | AttributeTargets.Field | AttributeTargets.Property,
    AllowMultiple = true)]
public sealed class HasTraitAttribute : Attribute
{
    /// <summary>Says that the value has the quality <paramref name="trait"/>.</summary>
    public HasTraitAttribute(string trait) => Trait = trait;

    /// <summary>The quality.</summary>
    public string Trait { get; }
}
