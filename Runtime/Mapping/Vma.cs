using System.Threading;
using Devmap.Contracts;

namespace Devmap;

/// <summary>A mapped range of an address space (<c>struct vm_area_struct</c>).</summary>
public sealed class Vma
{
    private int _detached;
    private int _hasAnonymousPages;
    private long _flags;

    internal Vma(AddressSpace space, ulong start, int pageCount, VmFlags flags, VmaBacking backing)
    {
        Space = space;
        Start = start;
        PageCount = pageCount;
        _flags = (long)flags;
        Backing = backing;
    }

    /// <summary>The first address, a multiple of the page size.</summary>
    [AliasOf]
    public ulong Start { get; }

    /// <summary>The first address behind it.</summary>
    public ulong End => Start + ((ulong)PageCount << PhysicalMemory.PageShift);

    /// <summary>The length in pages (<c>vma_pages</c>).</summary>
    public int PageCount { get; }

    /// <summary>What it allows and may contain. <see cref="AddressSpace.Protect"/> changes it.</summary>
    public VmFlags Flags => (VmFlags)Volatile.Read(ref _flags);

    /// <summary>The page of the mapped object that its first page shows (<c>vm_pgoff</c>).</summary>
    public long PageOffset => Backing.PageOffset;

    /// <summary>The address space that it is part of (<c>vm_mm</c>).</summary>
    public AddressSpace Space { get; }

    /// <summary>Whether a file on FS-DAX is mapped here, whose memory truncation can take away (<c>vma_is_fsdax</c>).</summary>
    [TraitTest("fs-dax")]
    public bool IsFsDax => Backing.File is { IsFsDax: true };

    /// <summary>Whether it is still mapped.</summary>
    public bool IsMapped => Volatile.Read(ref _detached) == 0;

    internal VmaBacking Backing { get; }

    /// <summary>Whether it ever had memory of the process's own (<c>vma-&gt;anon_vma</c>).</summary>
    internal bool HasAnonymousPages
    {
        get => Volatile.Read(ref _hasAnonymousPages) != 0;
        set => Volatile.Write(ref _hasAnonymousPages, value ? 1 : 0);
    }

    internal PhysicalMemory Memory => Space.Memory;

    /// <summary>Whether writes make a private copy (<c>is_cow_mapping</c>).</summary>
    internal bool IsCopyOnWrite => (Flags & (VmFlags.Shared | VmFlags.Write)) == VmFlags.Write;

    /// <summary>What new entries allow (<c>vm_page_prot</c>): writing only where nobody has to be asked first.</summary>
    internal PteBits Protection => (Flags & (VmFlags.Shared | VmFlags.Write)) == (VmFlags.Shared | VmFlags.Write) ? PteBits.Write : PteBits.None;

    /// <summary>
    /// What a new entry allows when an owner of the memory wants to hear of the first write (<c>vma_wants_writenotify</c>):
    /// writing only with the write itself.
    /// </summary>
    internal PteBits ProtectionFor(bool isWrite) => Backing.File is { TracksWrites: true } && !isWrite ? PteBits.None : Protection;

    /// <summary>Whether the address lies in it.</summary>
    public bool Contains(ulong address) => address >= Start && address < End;

    /// <summary>
    /// Puts a page into the page table (<c>vmf_insert_page_mkwrite</c>, <c>vm_insert_page</c>). The entry takes a
    /// reference of its own; the caller's stays the caller's.
    /// </summary>
    /// <remarks>Unlike <c>vm_insert_page</c> it leaves <see cref="Flags"/> alone, so that a fault handler may call it.</remarks>
    /// <returns>
    /// <see cref="Errno.EINVAL"/>: the page has no reference, or is anonymous; <see cref="Errno.EBUSY"/>: the entry is
    /// occupied; <see cref="Errno.EFAULT"/>: the address is outside, or the range is unmapped.
    /// </returns>
    /// <exception cref="KernelBugException">The range is <see cref="VmFlags.PfnMap"/>.</exception>
    /// <exception cref="System.ArgumentException">The page belongs to another machine.</exception>
    public Errno InsertPage(ulong address, [RequiresRef] Page page) => PteInstaller.InsertPage(this, address, page);

    /// <summary>
    /// As <see cref="InsertPage"/>, for a fault handler that has told the owner of the memory of a write
    /// (<c>vmf_insert_page_mkwrite</c>): an entry that shows the page already becomes writable.
    /// </summary>
    /// <param name="address">The address.</param>
    /// <param name="page">The page.</param>
    /// <param name="isWrite">Whether the fault is a write. Otherwise the entry of a file that wants to hear of writes does not allow them.</param>
    /// <returns>
    /// As <see cref="InsertPage"/>; for a write to an occupied entry <see cref="Errno.None"/> where it shows the page, and
    /// <see cref="Errno.EFAULT"/> where it shows another.
    /// </returns>
    /// <exception cref="KernelBugException">The range is <see cref="VmFlags.PfnMap"/>.</exception>
    /// <exception cref="System.ArgumentException">The page belongs to another machine.</exception>
    public Errno InsertPageMkWrite(ulong address, [RequiresRef] Page page, bool isWrite) => PteInstaller.InsertPageMkWrite(this, address, page, isWrite);

    /// <summary>
    /// Puts a folio of 512 pages into one entry of the second level (<c>vmf_insert_folio_pmd</c>). The entry takes one
    /// reference of its own and counts as one mapping; the caller's reference stays the caller's.
    /// </summary>
    /// <param name="address">An address in the 512 pages.</param>
    /// <param name="folio">The folio.</param>
    /// <param name="isWrite">Whether the fault is a write: an entry that shows the folio already becomes writable.</param>
    /// <returns>
    /// <see cref="Errno.EINVAL"/>: the folio has another size, or no reference; <see cref="Errno.EBUSY"/>: the entry is
    /// occupied, or single pages are mapped there; <see cref="Errno.EFAULT"/>: the mapping has not all of the 512 pages, or
    /// is unmapped.
    /// </returns>
    /// <exception cref="System.ArgumentException">The folio belongs to another machine.</exception>
    public Errno InsertFolioPmd(ulong address, [RequiresRef] Folio folio, bool isWrite) => PmdInstaller.InsertFolio(this, address, folio, isWrite);

    /// <summary>
    /// Puts a frame without struct page into the page table (<c>vmf_insert_pfn</c>). No reference is taken. An occupied
    /// entry is left as it is.
    /// </summary>
    /// <returns>
    /// <see cref="Errno.EFAULT"/>: the address is outside, or the range is unmapped; <see cref="Errno.EINVAL"/>: no entry
    /// can hold so high a frame number.
    /// </returns>
    /// <exception cref="KernelBugException">
    /// The range is not exactly one of <see cref="VmFlags.PfnMap"/> and <see cref="VmFlags.MixedMap"/>; it is
    /// <see cref="VmFlags.PfnMap"/> and copied on write; it is <see cref="VmFlags.MixedMap"/> and the frame has a struct page.
    /// </exception>
    public Errno InsertPfn(ulong address, Pfn pfn) => PteInstaller.InsertPfn(this, address, pfn);

    /// <summary>
    /// Puts a frame with or without struct page into the page table (<c>vmf_insert_mixed</c>). No reference is taken,
    /// whatever the frame. An occupied entry is left as it is.
    /// </summary>
    /// <returns>
    /// <see cref="Errno.EFAULT"/>: the address is outside, the range is unmapped, or, from v6.15 on, the range is not
    /// <see cref="VmFlags.MixedMap"/>; <see cref="Errno.EINVAL"/>: no entry can hold so high a frame number.
    /// </returns>
    /// <exception cref="KernelBugException">Before v6.15: the range is not <see cref="VmFlags.MixedMap"/> and the frame is no device page.</exception>
    public Errno InsertMixed(ulong address, Pfn pfn) => PteInstaller.InsertMixed(this, address, pfn);

    /// <summary>
    /// As <see cref="InsertMixed"/>, for a write of which the owner of the memory knows (<c>vmf_insert_mixed_mkwrite</c>).
    /// </summary>
    /// <returns>As <see cref="InsertMixed"/>; <see cref="Errno.EFAULT"/> also: a write, and the entry shows another frame.</returns>
    /// <exception cref="KernelBugException">As <see cref="InsertMixed"/>.</exception>
    public Errno InsertMixedMkWrite(ulong address, Pfn pfn, bool isWrite) => PteInstaller.InsertMixedMkWrite(this, address, pfn, isWrite);

    /// <summary>The page that an address shows, if it is one that is counted (<c>vm_normal_page</c>).</summary>
    /// <returns><see langword="null"/>: nothing is mapped there, or a frame that nobody counts.</returns>
    [return: UncountedRef]
    public Page? NormalPage(ulong address)
    {
        Pte pte = Contains(address) ? Space.PageTable.Lookup(address) : Pte.None;
        return pte.IsPresent ? Memory.Era.NormalPage(this, pte) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"vma [0x{Start:x}, 0x{End:x}) {Flags}";

    internal void SetFlags(VmFlags flags) => Volatile.Write(ref _flags, (long)flags);

    /// <summary>Whether all of the 512 pages from an address on, which is aligned to them, lie in it (<c>thp_vma_suitable_order</c>).</summary>
    internal bool ContainsHuge(ulong start) => start >= Start && start < End && End - start >= PageTable.TableSpan;

    /// <summary>Empties the entries that show a part of the mapped file.</summary>
    internal void ZapFilePages(long pageIndex, long pageCount)
    {
        long first = System.Math.Max(pageIndex - PageOffset, 0);
        long end = pageCount >= long.MaxValue - pageIndex ? PageCount : System.Math.Min(pageIndex + pageCount - PageOffset, PageCount);
        if (first < end)
        {
            PageZapper.Zap(this, Start + AddressSpace.Bytes((int)first), Start + AddressSpace.Bytes((int)end));
        }
    }

    /// <summary>No entry is made from now on. Those that are made at this moment are seen by who zaps under the table's lock.</summary>
    internal void Detach() => Volatile.Write(ref _detached, 1);
}
