using System;

namespace Devmap.Contracts;

/// <summary>A bool member that is true exactly where its object has a quality.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class TraitTestAttribute : Attribute
{
    /// <summary>Says that the member tests for the quality <paramref name="trait"/>.</summary>
    public TraitTestAttribute(string trait) => Trait = trait;

    /// <summary>The quality.</summary>
    public string Trait { get; }
}
