using System;

namespace Devmap.Contracts;

/// <summary>
/// A reference of the <see cref="Keeper"/>'s own keeps the object alive as long as the keeper lives. Together with
/// <see cref="ReleasesRefAttribute"/> the caller's reference is handed over, and the object, now borrowed from the
/// keeper, may still be used.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Method)]
public sealed class KeptByAttribute : Attribute
{
    /// <summary>Who keeps it: <c>"this"</c> (of a constructor the new object), <c>"return"</c>, or a parameter.</summary>
    public string Keeper { get; set; } = "this";

    /// <summary>The answer that makes the effect happen.</summary>
    public When When { get; set; }
}
