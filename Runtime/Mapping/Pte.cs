using System;

namespace Devmap;

/// <summary>A page-table entry (<c>pte_t</c>), with the bits of x86-64.</summary>
/// <param name="Value">The entry as the hardware sees it.</param>
public readonly record struct Pte(ulong Value)
{
    /// <summary>The empty entry.</summary>
    public static readonly Pte None;

    /// <summary>The number of frames that an entry can tell apart: 52 bits of physical address.</summary>
    internal const ulong FrameLimit = 1UL << 40;

    private const ulong FrameMask = 0x000F_FFFF_FFFF_F000;

    /// <summary>Whether nothing is there (<c>pte_none</c>).</summary>
    public bool IsNone => Value == 0;

    /// <summary>Whether the hardware follows it (<c>pte_present</c>).</summary>
    public bool IsPresent => Has(PteBits.Present);

    /// <summary>Whether writes go through (<c>pte_write</c>).</summary>
    public bool IsWritable => Has(PteBits.Write);

    /// <summary>Whether it was used (<c>pte_young</c>).</summary>
    public bool IsYoung => Has(PteBits.Young);

    /// <summary>Whether it was written through (<c>pte_dirty</c>).</summary>
    public bool IsDirty => Has(PteBits.Dirty);

    /// <summary>Whether the kernel must not look for a struct page behind it (<c>pte_special</c>).</summary>
    public bool IsSpecial => Has(PteBits.Special);

    /// <summary>Whether a device range is behind it (<c>pte_devmap</c>). Kernels from v6.15 on make no such entries for DAX.</summary>
    public bool IsDevmap => Has(PteBits.Devmap);

    /// <summary>The frame (<c>pte_pfn</c>).</summary>
    public Pfn Pfn => new((Value & FrameMask) >> PhysicalMemory.PageShift);

    /// <inheritdoc/>
    public override string ToString() => IsNone ? "none" : $"{Pfn} {(PteBits)(Value & ~FrameMask)}";

    internal static Pte Make(Pfn pfn, PteBits bits) => new((pfn.Value << PhysicalMemory.PageShift) | (ulong)(bits | PteBits.Present));

    internal Pte With(PteBits bits) => new(Value | (ulong)bits);

    private bool Has(PteBits bit) => (Value & (ulong)bit) != 0;
}

/// <summary>The bits of a page-table entry (<c>_PAGE_*</c>).</summary>
[Flags]
internal enum PteBits : ulong
{
    None = 0,
    Present = 1UL << 0,
    Write = 1UL << 1,
    Young = 1UL << 5,
    Dirty = 1UL << 6,
    Special = 1UL << 9,
    Devmap = 1UL << 58,
}
