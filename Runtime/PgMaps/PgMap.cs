using Devmap.Contracts;

namespace Devmap;

/// <summary>A range of device memory that has struct pages (<c>struct dev_pagemap</c>).</summary>
/// <remarks>
/// Made by <see cref="PhysicalMemory.MemRemapPages"/> and taken away by
/// <see cref="PhysicalMemory.MemUnmapPages(PgMap)"/>. Who finds it through
/// <see cref="PhysicalMemory.GetDevPagemap(Pfn)"/> holds it until <see cref="Put"/>.
/// </remarks>
public sealed class PgMap
{
    internal PgMap(PhysicalMemory memory, MemoryType type, Pfn start, int pageCount, PgMapOps? ops, object? owner, int vmemmapShift)
    {
        Type = type;
        Start = start;
        PageCount = pageCount;
        Ops = ops ?? new PgMapOps();
        Owner = owner;
        VmemmapShift = vmemmapShift;
        Zone = new DeviceZone(memory, this);
        Reference = new PercpuRef(Zone.Idle.WakeAll, memory.Era.HoldsPgMapInBulk(type) ? pageCount >> vmemmapShift : 0, ToString());
    }

    /// <summary>What kind of memory it is.</summary>
    public MemoryType Type { get; }

    /// <summary>The first frame.</summary>
    public Pfn Start { get; }

    /// <summary>The number of frames.</summary>
    public int PageCount { get; }

    /// <summary>What the owner does for the pages. Never <see langword="null"/>; its members may be.</summary>
    public PgMapOps Ops { get; }

    /// <summary>Whose the memory is: drivers know their own by it.</summary>
    public object? Owner { get; }

    /// <summary>The order of the folios that the pages are made into from the beginning; 0: single pages (<c>vmemmap_shift</c>).</summary>
    public int VmemmapShift { get; }

    /// <summary>
    /// The reference count: the initial reference, those that the range holds for its pages, and one for each
    /// <see cref="PhysicalMemory.GetDevPagemap(Pfn)"/>. A snapshot.
    /// </summary>
    public long RefCount => Reference.Count;

    /// <summary>Whether it is being taken away: no new reference can be had.</summary>
    public bool IsDying => Reference.IsDying;

    /// <summary>Whether it has been taken away.</summary>
    public bool IsRemoved => Zone.IsRemoved;

    internal PercpuRef Reference { get; }

    /// <summary>The DAX device on the range; <see langword="null"/>: none yet.</summary>
    internal IDaxLife? Device { get; set; }

    internal DeviceZone Zone { get; }

    /// <summary>Gives up a reference that <see cref="PhysicalMemory.GetDevPagemap(Pfn)"/> gave (<c>put_dev_pagemap</c>).</summary>
    /// <exception cref="ReferenceCountException">No such reference is left.</exception>
    [ReleasesRef(Kind = "pgmap")]
    [TrustedContract]
    public void Put()
    {
        if (Probe.IsOn)
        {
            Zone.Memory.Probe.Releasing(this, ReferenceKind.PgMap);
        }

        Reference.Put();
        Zone.Idle.WakeAll();
    }

    /// <summary>Whether the range has the frame.</summary>
    public bool Contains(Pfn pfn) => pfn >= Start && pfn - Start < PageCount;

    /// <inheritdoc/>
    public override string ToString() => $"pgmap {Type} [{Start}, {PageCount} pages]";

    /// <summary>The lookup's reference (<c>percpu_ref_tryget_live</c>).</summary>
    [AcquiresRef(Kind = "pgmap", When = When.True)]
    [TrustedContract]
    internal bool TryGetLive()
    {
        bool taken = Reference.TryGetLive();
        if (taken && Probe.IsOn)
        {
            Zone.Memory.Probe.Acquired(this, ReferenceKind.PgMap);
        }

        return taken;
    }
}
