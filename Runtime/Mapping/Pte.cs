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

    /// <summary>The page of zeros that stands for memory which was never written (<c>ZERO_PAGE</c>): the last frame of all.</summary>
    internal static readonly Pfn ZeroFrame = new(FrameLimit - 1);

    /// <summary>All bits that are not the frame.</summary>
    internal const ulong BitsMask = ~FrameMask;

    private const ulong FrameMask = 0x000F_FFFF_FFFF_F000;

    /// <summary>Whether nothing is there (<c>pte_none</c>).</summary>
    public bool IsNone => Value == 0;

    /// <summary>
    /// Whether it stands for a page that the CPU cannot reach at its device (<c>is_device_private_entry</c>). It is not
    /// present, and holds a reference on the page all the same.
    /// </summary>
    public bool IsDevicePrivate => !IsPresent && Has(PteBits.DevicePrivate);

    /// <summary>Whether the page is on its way to another place (<c>is_migration_entry</c>). It is not present.</summary>
    public bool IsMigration => !IsPresent && Has(PteBits.Migration);

    /// <summary>
    /// Whether the page is taken from the CPU for as long as a device works on it atomically
    /// (<c>is_device_exclusive_entry</c>). It is not present, and holds its reference on the page.
    /// </summary>
    public bool IsDeviceExclusive => !IsPresent && Has(PteBits.DeviceExclusive);

    /// <summary>Whether the page that was here has a hardware error (<c>is_hwpoison_entry</c>). It is not present.</summary>
    public bool IsHwPoison => !IsPresent && Has(PteBits.HwPoison);

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

    /// <summary>An entry that is not present but says where the page is (<c>swp_entry_t</c>).</summary>
    internal static Pte MakeSwap(Pfn pfn, PteBits bits) => new((pfn.Value << PhysicalMemory.PageShift) | (ulong)bits);

    internal Pte With(PteBits bits) => new(Value | (ulong)bits);

    internal Pte Without(PteBits bits) => new(Value & ~(ulong)bits);

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
    DevicePrivate = 1UL << 53,
    Migration = 1UL << 54,
    DeviceExclusive = 1UL << 55,
    HwPoison = 1UL << 56,
    Devmap = 1UL << 58,
}
