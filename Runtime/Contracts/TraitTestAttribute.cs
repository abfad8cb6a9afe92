using System;

namespace Devmap.Contracts;

/// <summary>
/// A bool member that is true exactly where its object has a quality. On a parameter: the answer, where it is true or not
/// <see langword="null"/>, says so of the argument, and otherwise the opposite.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method | AttributeTargets.Parameter, AllowMultiple = true)]
public sealed class TraitTestAttribute : Attribute
{
    /// <summary>Says that the member tests for the quality <paramref name="trait"/>.</summary>
    public TraitTestAttribute(string trait) => Trait = trait;

    /// <summary>The quality.</summary>
    public string Trait { get; }
}
