namespace Devmap;

/// <summary>Where a page belongs: to the RAM allocator or to a device range. It says what happens when the page falls idle.</summary>
internal abstract class Zone
{
    protected Zone(PhysicalMemory memory) => Memory = memory;

    public PhysicalMemory Memory { get; }

    /// <summary>The device range; <see langword="null"/> for RAM.</summary>
    public virtual PgMap? PgMap => null;

    /// <summary>How many references on every page are the zone's own. They come first and nobody else may give them up.</summary>
    public virtual int BaseReferences => 0;

    /// <summary>Whether the zone's memory is gone.</summary>
    public virtual bool IsRemoved => false;

    /// <summary>Whether a reference on the zone as a whole keeps pages usable that hold none of their own.</summary>
    public virtual bool KeepsPagesAlive => false;

    /// <summary>The last reference but the zone's own has been given up, by the calling thread.</summary>
    public abstract void OnIdle(Page page);

    /// <summary>A page of the zone is held by page-table entries only, since the calling thread gave up what it held.</summary>
    public virtual void OnOnlyMapped()
    {
    }
}
