using Devmap.Contracts;

namespace Devmap;

/// <summary>
/// The rules of reference counting of device memory at one time of the kernel's history. Operations ask it wherever the
/// answer has changed over the years; none of them knows the years.
/// </summary>
public abstract class Era
{
    private protected Era(string name) => Name = name;

    /// <summary>
    /// v5.15: every device page idles at count 1, entries of device memory are special and hold no reference.
    /// </summary>
    public static Era Linux515 { get; } = new Linux515();

    /// <summary>v6.1 to v6.14: device-private pages idle at 0 and hold their range only while allocated; DAX is as before.</summary>
    public static Era Linux61 { get; } = new Linux61();

    /// <summary>v6.15 and later: FS-DAX pages idle at 0, and each page-table entry holds a reference as with any other memory.</summary>
    public static Era Linux615 { get; } = new Linux615();

    /// <summary>A name for people.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Whether <c>memremap_pages</c> knows the type.</summary>
    internal virtual bool Supports(MemoryType type) => true;

    /// <summary>The count of an idle page: the references that the range itself holds on each.</summary>
    internal abstract int IdleCount(MemoryType type);

    /// <summary>Whether the range holds one reference on itself for each of its pages, from the beginning to its end.</summary>
    internal abstract bool HoldsPgMapInBulk(MemoryType type);

    /// <summary>Whether each page holds its range while it is allocated (<c>zone_device_page_init</c>).</summary>
    internal abstract bool AllocatedPageHoldsPgMap(MemoryType type);

    /// <summary>Whether memory of PCI devices has to be asked for.</summary>
    internal abstract bool GatesP2PDma { get; }

    /// <summary>Whether <c>vmf_insert_mixed</c> makes an entry that is marked as device memory and admitted in any range.</summary>
    internal abstract bool MakesDevmapEntry([UncountedRef] Page? page);

    /// <summary><c>vmf_insert_mixed</c> in a range that is not <c>VM_MIXEDMAP</c>.</summary>
    internal abstract Errno RefuseMixed(Vma vma, Pfn pfn);

    /// <summary>The DAX fault's way to fill an entry with a page that it holds (<c>dax_fault_iter</c>).</summary>
    internal abstract Errno InsertDaxPage(Vma vma, ulong address, [RequiresRef] Page page);

    /// <summary>A present entry for get_user_pages; <see cref="Errno.EAGAIN"/>: as if nothing were there.</summary>
    internal abstract Errno FollowEntry(Vma vma, Pte pte, GupFlags flags, out Page? page);

    /// <summary>The error for a page that cannot stay where it is (<c>folio_is_longterm_pinnable</c>).</summary>
    internal abstract Errno RefuseLongTerm([BorrowedRef] Page page);

    /// <summary>The counted page behind a present entry (<c>vm_normal_page</c>).</summary>
    [return: UncountedRef]
    internal Page? NormalPage(Vma vma, Pte pte) => pte.IsSpecial ? null : vma.Memory.PfnToPage(pte.Pfn);

    /// <summary>A page of a device range has fallen idle (<c>free_zone_device_folio</c>).</summary>
    [TrustedContract]
    internal void FreeZoneDevicePage(Page page, PgMap pgmap)
    {
        if (pgmap.Type is not (MemoryType.FsDax or MemoryType.Generic))
        {
            page.ClearFlags();
            page.SetMapping(null);
            pgmap.Ops.FolioFree?.Invoke(page);

            // Only the range from here on: the page may be in use again.
            if (AllocatedPageHoldsPgMap(pgmap.Type))
            {
                pgmap.Reference.Put();
            }
        }
    }
}
