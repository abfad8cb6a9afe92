using System;

namespace Devmap.Contracts;

/// <summary>
/// The call refuses a value with a quality: always, or only when <see cref="Argument"/> asks for what the quality
/// forbids. On a method the receiver is meant.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RejectsTraitAttribute : Attribute
{
    /// <summary>Says that the quality <paramref name="trait"/> is refused.</summary>
    public RejectsTraitAttribute(string trait) => Trait = trait;

    /// <summary>The quality.</summary>
    public string Trait { get; }

    /// <summary>The parameter that asks for the refused service; <see langword="null"/>: the quality is refused always.</summary>
    public string? Argument { get; set; }

    /// <summary>The bits of <see cref="Argument"/> that ask for it: a constant of its type; <see langword="null"/>: any value but zero.</summary>
    public object? Flag { get; set; }
}
