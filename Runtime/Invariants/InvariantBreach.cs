using System;
using System.Collections.Generic;
using System.Linq;
using Devmap.Contracts;

namespace Devmap;

/// <summary>An invariant that does not hold: which, where, and who holds what.</summary>
public sealed class InvariantBreach
{
    internal InvariantBreach(Invariant invariant, Page? page, string operation, PageCounts counts, string reason, IReadOnlyList<ReferenceHolder> holders)
    {
        Invariant = invariant;
        Page = page;
        Operation = operation;
        RefCount = counts.RefCountOf(page?.Head.HasPinCount ?? false);
        MapCount = counts.Mappings;
        PinCount = counts.Pins;
        Reason = reason;
        Holders = holders;
    }

    /// <summary>The invariant.</summary>
    public Invariant Invariant { get; }

    /// <summary>The page; <see langword="null"/> where the breach is one of a device range.</summary>
    [UncountedRef]
    public Page? Page { get; }

    /// <summary>The call that has found it.</summary>
    public string Operation { get; }

    /// <summary>The reference count of the page.</summary>
    public int RefCount { get; }

    /// <summary>The number of page-table entries that hold a reference on the page.</summary>
    public int MapCount { get; }

    /// <summary>The number of pins on the page.</summary>
    public int PinCount { get; }

    /// <summary>What is wrong.</summary>
    public string Reason { get; }

    /// <summary>Where what is held was taken; empty unless a <see cref="ReferenceTracker"/> was on.</summary>
    public IReadOnlyList<ReferenceHolder> Holders { get; }

    /// <inheritdoc/>
    public override string ToString()
    {
        string where = Page is null ? "" : $" on {Page.Pfn}";
        string counts = Page is null ? "" : $" (refcount {RefCount}, mapcount {MapCount}, pins {PinCount})";
        return $"{Invariant}: {Operation}{where}: {Reason}{counts}.{string.Concat(Holders.Select(holder => Environment.NewLine + "  " + holder))}";
    }
}
