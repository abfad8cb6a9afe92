using System;
using System.Collections.Generic;
using System.Threading;
using Devmap.Contracts;

namespace Devmap;

/// <summary>The memory of one machine: ordinary RAM from frame 0 on, and the device ranges that were mapped.</summary>
public sealed partial class PhysicalMemory
{
    /// <summary>The size of a page, in bytes.</summary>
    public const int PageSize = 4096;

    /// <summary>The binary logarithm of <see cref="PageSize"/>.</summary>
    public const int PageShift = 12;

    private readonly FrameTable _frames = new();
    private readonly Dictionary<PgMap, Teardown> _pgmaps = new();
    private readonly List<PgMap> _removed = new();
    private readonly RamZone _ram;

    /// <summary>A machine with <paramref name="ramPages"/> pages of RAM that follows the rules of today's kernels.</summary>
    public PhysicalMemory(int ramPages = 1024)
        : this(ramPages, Era.Linux615)
    {
    }

    /// <summary>A machine with <paramref name="ramPages"/> pages of RAM that follows the rules of <paramref name="era"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ramPages"/> is negative.</exception>
    public PhysicalMemory(int ramPages, Era era)
    {
        if (ramPages < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(ramPages));
        }

        Era = era ?? throw new ArgumentNullException(nameof(era));
        RamPages = ramPages;
        Checks = new InvariantChecks(this);
        Probe = new Probe(Checks, Tracker);
        _ram = new RamZone(this, ramPages);
        AddFrames(_ram);
        _ram.FreeAll();
        AddFrames(new ReservedZone(this, Pte.ZeroFrame));
    }

    /// <summary>The rules that hold here.</summary>
    public Era Era { get; }

    /// <summary>The number of pages of RAM.</summary>
    public int RamPages { get; }

    /// <summary>The number of pages of RAM that are free. A snapshot.</summary>
    public int FreePages => _ram.FreePages;

    /// <summary>Allocates a page of RAM with one reference, the caller's (<c>alloc_page</c> with <c>__GFP_ZERO</c>).</summary>
    /// <returns><see langword="null"/>: there is none left (<c>ENOMEM</c>).</returns>
    [return: AcquiresRef(When = When.NotNull)]
    public Page? AllocPage() => AllocPages(order: 0);

    /// <summary>
    /// Allocates a folio of RAM with one reference, the caller's (<c>alloc_pages</c> with <c>__GFP_COMP</c> and
    /// <c>__GFP_ZERO</c>).
    /// </summary>
    /// <param name="order">The binary logarithm of the number of pages, from 0 to 10.</param>
    /// <returns>The first page; <see langword="null"/>: there is no block of so many free pages (<c>ENOMEM</c>).</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="order"/> is out of range.</exception>
    [return: AcquiresRef(When = When.NotNull)]
    public Page? AllocPages(int order)
    {
        if (order is < 0 or > RamZone.MaxOrder)
        {
            throw new ArgumentOutOfRangeException(nameof(order), order, $"A block has order 0 to {RamZone.MaxOrder}.");
        }

        Page? page = _ram.Allocate(order);
        if (page is not null && Probe.IsOn)
        {
            Probe.Acquired(page, ReferenceKind.Reference);
        }

        return page;
    }

    /// <summary>
    /// The page of a frame (<c>pfn_to_page</c>, <c>pfn_to_online_page</c>). Nothing keeps it alive: a reference has to be
    /// taken with <see cref="Page.TryGet"/>, or the pgmap held with <see cref="GetDevPagemap(Pfn)"/>, before it is touched.
    /// </summary>
    /// <returns><see langword="null"/>: the frame has no struct page.</returns>
    [return: UncountedRef]
    public Page? PfnToPage([TraitTest("struct-page")] Pfn pfn) => _frames.Find(pfn);

    /// <summary>Gives a range of device memory struct pages (<c>memremap_pages</c>).</summary>
    /// <param name="type">What kind of memory it is.</param>
    /// <param name="start">The first frame.</param>
    /// <param name="count">The number of frames.</param>
    /// <param name="error">
    /// <see cref="Errno.None"/>; <see cref="Errno.EINVAL"/>: no frames, frame numbers of more than 40 bits, or what the type requires is missing (see
    /// <see cref="PgMapOps"/>; <see cref="MemoryType.Private"/> and <see cref="MemoryType.Coherent"/> also need an
    /// <paramref name="owner"/>); <see cref="Errno.ENOMEM"/>: a frame belongs to another range;
    /// <see cref="Errno.ENXIO"/>: a frame is RAM.
    /// </param>
    /// <param name="ops">What the owner does for the pages.</param>
    /// <param name="owner">Whose the memory is.</param>
    /// <param name="vmemmapShift">
    /// The order of the folios that the pages are from the beginning, 0 to 9 (<c>vmemmap_shift</c>, since v5.17); 0: single
    /// pages. The range has to be aligned to them.
    /// </param>
    /// <returns>The range, alive until <see cref="MemUnmapPages(PgMap)"/>; <see langword="null"/>: see <paramref name="error"/>.</returns>
    [return: BorrowedRef]
    public PgMap? MemRemapPages(MemoryType type, Pfn start, int count, out Errno error, PgMapOps? ops = null, object? owner = null, int vmemmapShift = 0)
    {
        error = PgMapRequirements.Check(Era, type, start, count, ops, owner, vmemmapShift);
        if (error != Errno.None)
        {
            return null;
        }

        lock (_pgmaps)
        {
            error = CheckRange(start, count);
            if (error != Errno.None)
            {
                return null;
            }

            var pgmap = new PgMap(this, type, start, count, ops, owner, vmemmapShift);
            AddFrames(pgmap.Zone);
            for (int i = 0; vmemmapShift > 0 && i < count; i += 1 << vmemmapShift)
            {
                _frames.Find(start + i)!.PrepareCompound(vmemmapShift);
            }

            _pgmaps.Add(pgmap, new Teardown(this, pgmap));
            return pgmap;
        }
    }

    /// <summary>Takes a device range away and waits until nobody holds it or one of its pages (<c>memunmap_pages</c>).</summary>
    /// <exception cref="ReferenceCountException">The range has been taken away before.</exception>
    /// <exception cref="ArgumentException">The range belongs to another machine.</exception>
    public void MemUnmapPages(PgMap pgmap) => MemUnmapPages(pgmap, Timeout.InfiniteTimeSpan);

    /// <summary>As <see cref="MemUnmapPages(PgMap)"/>, but does not wait for ever.</summary>
    /// <param name="pgmap">The range. From the first call on, no new reference on it can be had.</param>
    /// <param name="timeout">How long to wait for those who hold it; <see cref="Timeout.InfiniteTimeSpan"/>: for ever.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Whether it is gone and, if not, who holds it. Then the call may be made again to go on waiting.</returns>
    /// <exception cref="ReferenceCountException">The range has been taken away before.</exception>
    /// <exception cref="ArgumentException">The range belongs to another machine.</exception>
    public TeardownResult MemUnmapPages(PgMap pgmap, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        Teardown teardown = FindTeardown(pgmap);
        lock (teardown)
        {
            if (pgmap.IsRemoved)
            {
                throw new ReferenceCountException(pgmap.ToString(), "MemUnmapPages", pgmap.RefCount, "the range has been taken away before");
            }

            TeardownResult result = teardown.Run(timeout, cancellationToken);
            if (result.IsComplete)
            {
                Forget(pgmap);
            }

            return result;
        }
    }

    /// <summary>
    /// What the hardware finds at a frame; <see langword="null"/>: the frame never had a struct page, and the model keeps
    /// no memory for it.
    /// </summary>
    [return: UncountedRef]
    internal Page? PageForAccess(Pfn pfn, string operation)
    {
        if (_frames.Find(pfn) is { } page)
        {
            page.EnsurePresent(operation);
            return page;
        }

        lock (_pgmaps)
        {
            return _removed.Exists(pgmap => pgmap.Contains(pfn)) ? throw new MemoryRemovedException(pfn, operation) : null;
        }
    }

    private void AddFrames(Zone zone)
    {
        for (int i = 0; i < zone.PageCount; i++)
        {
            _frames.Add(new Page(zone, i, zone.BaseReferences));
        }
    }

    private Errno CheckRange(Pfn start, int count)
    {
        if (start.Value >= Pte.FrameLimit || (ulong)count > Pte.FrameLimit - start.Value)
        {
            return Errno.EINVAL;
        }

        for (int i = 0; i < count; i++)
        {
            if (_frames.Find(start + i) is { } page)
            {
                return page.IsZoneDevice ? Errno.ENOMEM : Errno.ENXIO;
            }
        }

        return Errno.None;
    }

    private Teardown FindTeardown(PgMap pgmap)
    {
        if (pgmap is null)
        {
            throw new ArgumentNullException(nameof(pgmap));
        }

        lock (_pgmaps)
        {
            if (_pgmaps.TryGetValue(pgmap, out Teardown? teardown))
            {
                return teardown;
            }
        }

        throw pgmap.IsRemoved && pgmap.Zone.Memory == this
            ? new ReferenceCountException(pgmap.ToString(), "MemUnmapPages", pgmap.RefCount, "the range has been taken away before")
            : new ArgumentException("The range belongs to another machine.", nameof(pgmap));
    }

    private void Forget(PgMap pgmap)
    {
        lock (_pgmaps)
        {
            for (int i = 0; i < pgmap.PageCount; i++)
            {
                _frames.Remove(pgmap.Start + i);
            }

            _pgmaps.Remove(pgmap);
            _removed.Add(pgmap);
        }
    }
}
