using System;
using System.Collections.Generic;

namespace Devmap;

/// <summary>A page that keeps its device range from going away, with what is held on it.</summary>
/// <param name="Pfn">The frame.</param>
/// <param name="References">References that are neither pins nor mappings.</param>
/// <param name="Pins">Pins.</param>
/// <param name="Mappings">Page-table entries that hold a reference.</param>
public readonly record struct OutstandingPage(Pfn Pfn, int References, int Pins, int Mappings)
{
    private readonly IReadOnlyList<ReferenceHolder>? _holders;

    /// <summary>Where what is held was taken; empty unless a <see cref="ReferenceTracker"/> was on.</summary>
    public IReadOnlyList<ReferenceHolder> Holders
    {
        get => _holders ?? Array.Empty<ReferenceHolder>();
        init => _holders = value is { Count: > 0 } ? value : null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Pfn}: {References} references, {Pins} pins, {Mappings} mappings";
}
