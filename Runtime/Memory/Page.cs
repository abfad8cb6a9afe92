using System.Threading;
using Devmap.Contracts;

namespace Devmap;

/// <summary>One page of memory with its counts (<c>struct page</c>).</summary>
/// <remarks>
/// All members are safe on any number of threads. Members that ask for a reference (<c>[RequiresRef]</c>) need the page
/// alive: a reference or pin on it, or, of a device page, a reference on its pgmap. The others may be used on a page
/// that was only looked up.
/// </remarks>
public sealed partial class Page
{
    private readonly Zone _zone;
    private long _counts;
    private int _flags;
    private DaxFile? _mapping;

    internal Page(Zone zone, Pfn pfn, int references)
    {
        _zone = zone;
        Pfn = pfn;
        _counts = references;
    }

    /// <summary>The frame number (<c>page_to_pfn</c>).</summary>
    [HasTrait("struct-page")]
    public Pfn Pfn { get; }

    /// <summary>
    /// The reference count (<c>page_count</c>): one for each reference and each mapping that is counted, 1024 for each
    /// pin. A snapshot: other threads may change it at any time. What an idle page shows depends on the
    /// <see cref="Era"/>.
    /// </summary>
    public int RefCount => Counts.RefCount;

    /// <summary>The number of page-table entries that hold a reference on the page (<c>page_mapcount</c>). A snapshot.</summary>
    public int MapCount => Counts.Mappings;

    /// <summary>The number of pins. The kernel cannot tell it for a small page; the model counts them apart. A snapshot.</summary>
    public int PinCount => Counts.Pins;

    /// <summary>
    /// Whether the page may be the target of device transfers (<c>page_maybe_dma_pinned</c>): its reference count is at
    /// least 1024, which that many ordinary references bring about as well.
    /// </summary>
    public bool MaybeDmaPinned => Counts.RefCount >= PageCounts.PinBias;

    /// <summary>Whether the page belongs to a device range (<c>is_zone_device_page</c>).</summary>
    [TraitTest("zone-device")]
    public bool IsZoneDevice => _zone.PgMap is not null;

    /// <summary>The device range that the page belongs to (<c>page_pgmap</c>); <see langword="null"/> for RAM. It is not kept alive by this.</summary>
    [UncountedRef]
    public PgMap? PgMap => _zone.PgMap;

    /// <summary>Whether the page is anonymous memory (<c>PageAnon</c>).</summary>
    [TraitTest("anonymous")]
    public bool IsAnonymous => (Volatile.Read(ref _flags) & (int)PageFlags.Anonymous) != 0;

    /// <summary>The file that the page belongs to (<c>page-&gt;mapping</c>); <see langword="null"/>: none.</summary>
    /// <exception cref="ReferenceCountException">Nothing keeps the page alive, so that the file may be gone.</exception>
    /// <exception cref="MemoryRemovedException">The device range is gone.</exception>
    [RequiresRef]
    public DaxFile? Mapping
    {
        get
        {
            EnsureAlive("Page.Mapping");
            return Volatile.Read(ref _mapping);
        }
    }

    internal PageCounts Counts => new(Volatile.Read(ref _counts));

    internal PhysicalMemory Memory => _zone.Memory;

    internal Zone Zone => _zone;

    /// <inheritdoc/>
    public override string ToString() => $"page {Pfn}";

    /// <summary>The page becomes part of a file, or of none (<c>dax_associate_entry</c>, <c>dax_disassociate_entry</c>).</summary>
    internal void SetMapping(DaxFile? file) => Volatile.Write(ref _mapping, file);

    internal void SetFlag(PageFlags flag)
    {
        int seen;
        do
        {
            seen = Volatile.Read(ref _flags);
        }
        while (Interlocked.CompareExchange(ref _flags, seen | (int)flag, seen) != seen);
    }

    internal bool HasFlag(PageFlags flag) => (Volatile.Read(ref _flags) & (int)flag) != 0;

    internal void ClearFlags() => Volatile.Write(ref _flags, 0);
}
