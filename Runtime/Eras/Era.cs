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

    /// <summary>v6.5 to v6.14: as <see cref="Linux61"/>, but pages of files are not pinned long-term for writing.</summary>
    public static Era Linux65 { get; } = new Linux65();

    /// <summary>v6.15 and later: FS-DAX pages idle at 0, and each page-table entry holds a reference as with any other memory.</summary>
    public static Era Linux615 { get; } = new Linux615();

    /// <summary>
    /// No kernel: v5.15 with the one change that the thread of October 2021 asked for first, page-table entries of DAX
    /// that are not special and hold a reference.
    /// </summary>
    public static Era CountedEntries { get; } = new CountedEntries();

    /// <summary>
    /// No kernel: v5.15 with the patch that the thread is about, which takes the extra reference of device pages away and
    /// leaves page-table entries uncounted.
    /// </summary>
    public static Era ExtraReferenceRemoved { get; } = new ExtraReferenceRemoved();

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

    /// <summary>Whether <c>memunmap_pages</c> gives up what the range holds for its pages without a look at them.</summary>
    internal abstract bool ReleasesPagesInBulk(MemoryType type);

    /// <summary>Whether the pages of a range can be folios of several from the beginning (<c>vmemmap_shift</c>).</summary>
    internal virtual bool HasVmemmapShift => true;

    /// <summary>Whether several device pages can become one folio when they are used.</summary>
    internal virtual bool HasDeviceFolios => false;

    /// <summary>Whether a folio of that order counts its pins apart instead of by a bias (<c>folio_has_pincount</c>).</summary>
    internal virtual bool HasPinCount(int order) => order > 0;

    /// <summary>Whether a pin of the page of zeros is counted.</summary>
    internal abstract bool PinsZeroPage { get; }

    /// <summary>Whether memory of PCI devices has to be asked for.</summary>
    internal abstract bool GatesP2PDma { get; }

    /// <summary>Whether pages of ordinary files are refused to who wants to write to them for as long as he likes.</summary>
    internal abstract bool RefusesLongTermFileWrites { get; }

    /// <summary>Whether a CPU fault on device-private memory holds the page while its driver brings it back.</summary>
    internal abstract bool HoldsPageDuringMigrateToRam { get; }

    /// <summary>Whether the holder of a DAX device hears of errors and of its end (<c>dax_holder_notify_failure</c>).</summary>
    internal abstract bool NotifiesHolder { get; }

    /// <summary>Whether the holder is told before the device goes (<c>MF_MEM_PRE_REMOVE</c>).</summary>
    internal abstract bool NotifiesHolderBeforeRemoval { get; }

    /// <summary>Whether a file that goes for good waits for who holds its pages (<c>dax_break_layout_final</c>).</summary>
    internal abstract bool BreaksLayoutAtEviction { get; }

    /// <summary>Whether <c>vmf_insert_mixed</c> makes an entry that is marked as device memory and admitted in any range.</summary>
    internal abstract bool MakesDevmapEntry([UncountedRef] Page? page);

    /// <summary><c>vmf_insert_mixed</c> in a range that is not <c>VM_MIXEDMAP</c>.</summary>
    internal abstract Errno RefuseMixed(Vma vma, Pfn pfn);

    /// <summary>The DAX fault's way to fill an entry with a page that it holds (<c>dax_fault_iter</c>).</summary>
    internal abstract Errno InsertDaxPage(Vma vma, ulong address, [RequiresRef] Page page, bool isWrite);

    /// <summary>The DAX fault's way to fill an entry of the second level with 512 pages, whose first it holds.</summary>
    internal abstract Errno InsertDaxPmd(Vma vma, ulong address, [RequiresRef] Page first, bool isWrite);

    /// <summary>A present entry for get_user_pages; <see cref="Errno.EAGAIN"/>: as if nothing were there.</summary>
    internal abstract Errno FollowEntry(PhysicalMemory memory, Pte pte, GupFlags flags, out Page? page);

    /// <summary>A present entry for the path without locks; <see langword="false"/>: the other path has to look.</summary>
    internal abstract bool TryFollowFast(PhysicalMemory memory, Pte pte, GupFlags flags, out Page? page);

    /// <summary>The error for a page that cannot stay where it is (<c>folio_is_longterm_pinnable</c>).</summary>
    internal abstract Errno RefuseLongTerm([BorrowedRef] Page page);

    /// <summary>Whether somebody besides page-table entries holds a page of a file on FS-DAX (<c>dax_busy_page</c>).</summary>
    internal abstract bool IsDaxPageBusy([UncountedRef] Page page);

    /// <summary>The counted page behind a present entry (<c>vm_normal_page</c>, <c>vm_normal_page_pmd</c>).</summary>
    [return: UncountedRef]
    internal Page? NormalPage(Vma vma, Pte pte) => NormalPage(vma.Memory, pte);

    /// <inheritdoc cref="NormalPage(Vma, Pte)"/>
    [return: UncountedRef]
    internal Page? NormalPage(PhysicalMemory memory, Pte pte) => pte.IsSpecial || pte.IsDevmap ? null : memory.PfnToPage(pte.Pfn);

    /// <summary>A page of a device range has fallen idle (<c>free_zone_device_folio</c>).</summary>
    internal void FreeZoneDevicePage(Page page, PgMap pgmap)
    {
        if (page.PgMap is null)
        {
            throw new KernelBugException("free_zone_device_folio", $"where {page.Pfn} has its pgmap lies a list pointer");
        }

        if (pgmap.Type is MemoryType.FsDax or MemoryType.Generic)
        {
            return;
        }

        if (!page.TrySetFlag(PageFlags.Freed))
        {
            page.Memory.Probe.Breach(Invariant.I10, page, "free_zone_device_folio", "the owner is told for the second time that the page is free");
        }

        int count = 1 << page.Order;
        page.ClearUse();
        page.SetMapping(null);
        long balance = Probe.Balance;
        pgmap.Ops.FolioFree?.Invoke(page);
        Probe.RestoreBalance(balance);

        // Only the range from here on: the page may be in use again.
        for (int i = 0; AllocatedPageHoldsPgMap(pgmap.Type) && i < count; i++)
        {
            pgmap.Reference.Put();
        }
    }

    /// <summary>The page of zeros for get_user_pages.</summary>
    private protected Errno TakeZeroPage(PhysicalMemory memory, GupFlags flags, out Page? page)
    {
        page = memory.ZeroPage;
        bool counted = (flags & GupFlags.Pin) == 0 || PinsZeroPage;
        return counted ? PageGrab.Take(page, flags) : Errno.None;
    }
}
