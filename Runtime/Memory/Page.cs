using System.Threading;
using Devmap.Contracts;

namespace Devmap;

/// <summary>One page of memory with its counts (<c>struct page</c>).</summary>
/// <remarks>
/// All members are safe on any number of threads. Members that ask for a reference (<c>[RequiresRef]</c>) need the page
/// alive: a reference or pin on it, or, of a device page, a reference on its pgmap. The others may be used on a page
/// that was only looked up. Every count is that of the folio: a later page of a folio has none of its own.
/// </remarks>
public sealed partial class Page
{
    // 48 bytes on a 64-bit machine, and 8 for the place in the frame table: with what is kept beside it no more than the
    // 64 of the kernel's struct page.
    private readonly Zone _zone;
    private readonly int _index;
    private int _flags;
    private long _counts;

    internal Page(Zone zone, int index, int references)
    {
        _zone = zone;
        _index = index;
        _counts = references;
        _word = zone.PgMap;
    }

    /// <summary>The frame number (<c>page_to_pfn</c>).</summary>
    [HasTrait("struct-page")]
    public Pfn Pfn => _zone.Start + _index;

    /// <summary>
    /// The reference count (<c>page_count</c>): one for each reference and each mapping that is counted, 1024 for each
    /// pin of a page that is a folio by itself, one for each pin of a larger folio. A snapshot: other threads may change
    /// it at any time. What an idle page shows depends on the <see cref="Era"/>.
    /// </summary>
    [HasTrait("ref-count")]
    public int RefCount => Head.OwnRefCount;

    /// <summary>The number of page-table entries that hold a reference on the page (<c>page_mapcount</c>). A snapshot.</summary>
    public int MapCount => Counts.Mappings;

    /// <summary>The number of pins. The kernel cannot tell it for a small page; the model counts them apart. A snapshot.</summary>
    public int PinCount => Counts.Pins;

    /// <summary>
    /// Whether the page may be the target of device transfers (<c>page_maybe_dma_pinned</c>). For a page that is a folio
    /// by itself: its reference count is at least 1024, which that many ordinary references bring about as well.
    /// </summary>
    public bool MaybeDmaPinned
    {
        get
        {
            Page head = Head;
            return head.HasPinCount ? head.OwnCounts.Pins > 0 : head.OwnRefCount >= PageCounts.PinBias;
        }
    }

    /// <summary>Whether the page belongs to a device range (<c>is_zone_device_page</c>).</summary>
    [TraitTest("zone-device")]
    public bool IsZoneDevice => _zone.PgMap is not null;

    /// <summary>Whether the page is anonymous memory (<c>PageAnon</c>).</summary>
    [TraitTest("anonymous")]
    public bool IsAnonymous => Head.HasFlag(PageFlags.Anonymous);

    /// <summary>Whether the memory has a hardware error (<c>PageHWPoison</c>).</summary>
    public bool IsHwPoison => HasFlag(PageFlags.HwPoison);

    /// <summary>The count of this very struct page, which is zero of a later page of a folio (<c>page_ref_count</c>). A snapshot.</summary>
    internal int OwnRefCount => OwnCounts.RefCountOf(HasPinCount);

    internal PageCounts Counts => Head.OwnCounts;

    internal PageCounts OwnCounts => new(SettledCounts());

    internal PhysicalMemory Memory => _zone.Memory;

    internal Zone Zone => _zone;

    /// <inheritdoc/>
    public override string ToString() => $"page {Pfn}";

    internal void SetFlag(PageFlags flag)
    {
        int seen;
        do
        {
            seen = Volatile.Read(ref _flags);
        }
        while (Interlocked.CompareExchange(ref _flags, seen | (int)flag, seen) != seen);
    }

    internal void ClearFlag(PageFlags flag)
    {
        int seen;
        do
        {
            seen = Volatile.Read(ref _flags);
        }
        while (Interlocked.CompareExchange(ref _flags, seen & ~(int)flag, seen) != seen);
    }

    internal bool HasFlag(PageFlags flag) => (Volatile.Read(ref _flags) & (int)flag) != 0;

    /// <summary>Sets the flag where it is not set (<c>test_and_set_bit</c>).</summary>
    /// <returns>Whether the calling thread has set it.</returns>
    internal bool TrySetFlag(PageFlags flag)
    {
        while (true)
        {
            int seen = Volatile.Read(ref _flags);
            if ((seen & (int)flag) != 0)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref _flags, seen | (int)flag, seen) == seen)
            {
                return true;
            }
        }
    }

    /// <summary>A page that goes back to where it came from keeps what it is, not what it was used for.</summary>
    internal void ClearUse() => ClearFlag(PageFlags.Anonymous | PageFlags.Dirty | PageFlags.Lru | PageFlags.DaxShared | PageFlags.Locked);
}
