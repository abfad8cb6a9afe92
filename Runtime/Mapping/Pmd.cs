namespace Devmap;

/// <summary>
/// An entry of the second level of a page table (<c>pmd_t</c>) that leads to 512 pages at once. One that leads to a table
/// of the lowest level is not seen from outside.
/// </summary>
/// <param name="Value">The entry as the hardware sees it.</param>
public readonly record struct Pmd(ulong Value)
{
    /// <summary>The empty entry.</summary>
    public static readonly Pmd None;

    /// <summary>Whether nothing is there, or a table of the lowest level (<c>pmd_none</c>).</summary>
    public bool IsNone => Value == 0;

    /// <summary>Whether the hardware follows it to 512 pages (<c>pmd_leaf</c>).</summary>
    public bool IsPresent => Entry.IsPresent;

    /// <summary>Whether writes go through (<c>pmd_write</c>).</summary>
    public bool IsWritable => Entry.IsWritable;

    /// <summary>Whether it was used (<c>pmd_young</c>).</summary>
    public bool IsYoung => Entry.IsYoung;

    /// <summary>Whether it was written through (<c>pmd_dirty</c>).</summary>
    public bool IsDirty => Entry.IsDirty;

    /// <summary>Whether the kernel must not look for a folio behind it. Kernels before v6.17 have no such bit on this level.</summary>
    public bool IsSpecial => Entry.IsSpecial;

    /// <summary>Whether a device range is behind it (<c>pmd_devmap</c>).</summary>
    public bool IsDevmap => Entry.IsDevmap;

    /// <summary>The first of the 512 frames (<c>pmd_pfn</c>).</summary>
    public Pfn Pfn => Entry.Pfn;

    private Pte Entry => new(Value);

    /// <inheritdoc/>
    public override string ToString() => IsNone ? "none" : $"512 x {Entry}";

    internal static Pmd Make(Pfn pfn, PteBits bits) => new(Pte.Make(pfn, bits).Value);

    internal Pmd With(PteBits bits) => new(Value | (ulong)bits);

    internal Pmd Without(PteBits bits) => new(Value & ~(ulong)bits);

    /// <summary>The entry of the lowest level that would lead to one of its pages.</summary>
    internal Pte PteAt(ulong address) => Pte.Make(Pfn + PteTable.IndexOf(address), (PteBits)(Value & Pte.BitsMask));
}
