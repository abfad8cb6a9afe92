using System.Threading;

namespace Devmap;

/// <summary>Where a page belongs: to the RAM allocator or to a device range. It says what happens when the page falls idle.</summary>
internal abstract class Zone
{
    private int _baseReferences;

    protected Zone(PhysicalMemory memory, Pfn start, int pageCount, int baseReferences)
    {
        Memory = memory;
        Start = start;
        PageCount = pageCount;
        _baseReferences = baseReferences;
        Contents = new SideTable<byte[]?>(pageCount);
        Extras = new SideTable<PageExtra>(pageCount);
    }

    public PhysicalMemory Memory { get; }

    /// <summary>The first frame.</summary>
    public Pfn Start { get; }

    public int PageCount { get; }

    /// <summary>The bytes of the pages that were written to.</summary>
    public SideTable<byte[]?> Contents { get; }

    public SideTable<PageExtra> Extras { get; }

    /// <summary>The device range; <see langword="null"/> for RAM.</summary>
    public virtual PgMap? PgMap => null;

    /// <summary>How many references on every page are the zone's own. They come first and nobody else may give them up.</summary>
    public int BaseReferences => Volatile.Read(ref _baseReferences);

    /// <summary>Whether the zone's memory is gone.</summary>
    public virtual bool IsRemoved => false;

    /// <summary>Whether a reference on the zone as a whole keeps pages usable that hold none of their own.</summary>
    public virtual bool KeepsPagesAlive => false;

    /// <summary>The last reference but the zone's own has been given up, by the calling thread. Of a folio its head is told.</summary>
    public abstract void OnIdle(Page page);

    /// <summary>A page of the zone is held by page-table entries only, since the calling thread gave up what it held.</summary>
    public virtual void OnOnlyMapped()
    {
    }

    /// <summary>From now on no reference is the zone's own.</summary>
    /// <returns>How many there were on each page.</returns>
    protected int TakeBaseReferences() => Interlocked.Exchange(ref _baseReferences, 0);
}
