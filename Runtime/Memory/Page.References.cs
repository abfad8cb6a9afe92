using System.Threading;
using Devmap.Contracts;

namespace Devmap;

/// <content>Taking and giving up references, pins and mappings.</content>
public sealed partial class Page
{
    /// <summary>Takes one reference more on a page that the caller already holds alive (<c>get_page</c>, <c>folio_get</c>).</summary>
    /// <exception cref="ReferenceCountException">The count is zero, so that nobody can hold the page alive, or it is full.</exception>
    [AcquiresRef]
    [TrustedContract]
    public void Get()
    {
        if (!TryAdd(PageCounts.OneReference))
        {
            throw new ReferenceCountException(this, "Page.Get", Counts, Counts.RefCount == 0 ? "the page has no reference; TryGet asks first" : "the count is full");
        }
    }

    /// <summary>Takes a reference unless the count is zero (<c>folio_try_get</c>, <c>try_get_page</c>).</summary>
    /// <returns><see langword="false"/>: the count is zero, or full; no reference was taken.</returns>
    [AcquiresRef(When = When.True)]
    [TrustedContract]
    public bool TryGet() => TryAdd(PageCounts.OneReference);

    /// <summary>Gives up one reference (<c>put_page</c>, <c>folio_put</c>). The last one lets the page go to where it came from.</summary>
    /// <exception cref="ReferenceCountException">
    /// No such reference is left: what remains are pins, mappings, and the references that the device range itself holds.
    /// </exception>
    [ReleasesRef]
    [TrustedContract]
    public void Put()
    {
        while (true)
        {
            long seen = Volatile.Read(ref _counts);

            // The base is read after the count: teardown lowers it before it takes the references away.
            int references = new PageCounts(seen).References;
            if (references <= _zone.BaseReferences)
            {
                throw new ReferenceCountException(this, "Page.Put", new PageCounts(seen), "no reference is left that could be given up");
            }

            if (TryReplace(seen, seen - PageCounts.OneReference))
            {
                return;
            }
        }
    }

    /// <summary>Gives up one pin (<c>unpin_user_page</c>).</summary>
    /// <exception cref="ReferenceCountException">The page is not pinned.</exception>
    [ReleasesRef(Kind = "pin")]
    [TrustedContract]
    public void Unpin() => Release(PageCounts.OnePin, "Page.Unpin", "the page is not pinned");

    /// <summary>Takes a pin unless the count is zero (<c>try_grab_folio</c> with <c>FOLL_PIN</c>).</summary>
    [AcquiresRef(Kind = "pin", When = When.True)]
    [TrustedContract]
    internal bool TryPin() => TryAdd(PageCounts.OnePin);

    /// <summary>Takes the reference of a page-table entry unless the count is zero.</summary>
    internal bool TryMap() => TryAdd(PageCounts.OneMapping);

    /// <summary>Gives up the reference of a page-table entry that is gone.</summary>
    internal void Unmap() => Release(PageCounts.OneMapping, "Page.Unmap", "no page-table entry holds a reference");

    /// <summary>The caller's reference becomes that of a page-table entry.</summary>
    internal void HandReferenceToMapping() => Interlocked.Add(ref _counts, PageCounts.OneMapping - PageCounts.OneReference);

    /// <summary>
    /// Takes a reference whatever the count (<c>folio_ref_inc</c>): only for who may bring an idle page to life, the
    /// allocator and the holder of a DAX entry lock.
    /// </summary>
    internal void AddReference() => Interlocked.Add(ref _counts, PageCounts.OneReference);

    /// <summary>
    /// Hands out a free device page with one reference, the caller's (<c>zone_device_page_init</c>): for drivers of
    /// <see cref="MemoryType.Private"/>, <see cref="MemoryType.Coherent"/> and <see cref="MemoryType.PciP2PDma"/> memory,
    /// which keep their free pages themselves. The last <see cref="Put"/> gives it back through
    /// <see cref="PgMapOps.FolioFree"/>.
    /// </summary>
    /// <exception cref="ReferenceCountException">The page is in use, or its range is being taken away.</exception>
    /// <exception cref="KernelBugException">It is no page that a driver hands out.</exception>
    [AcquiresRef]
    [TrustedContract]
    public void InitZoneDevice()
    {
        if (_zone.PgMap is not { Type: MemoryType.Private or MemoryType.Coherent or MemoryType.PciP2PDma } pgmap)
        {
            throw new KernelBugException("zone_device_page_init", $"{Pfn} is not handed out by a driver");
        }

        if (!pgmap.TryGetLive())
        {
            throw new ReferenceCountException(this, "Page.InitZoneDevice", Counts, "its range is being taken away");
        }

        bool activated = TryActivate();
        if (!activated || !Memory.Era.AllocatedPageHoldsPgMap(pgmap.Type))
        {
            pgmap.Put();
        }

        if (!activated)
        {
            throw new ReferenceCountException(this, "Page.InitZoneDevice", Counts, "the page is in use");
        }
    }

    /// <summary>Brings an idle page to life (<c>set_page_count(page, 1)</c> of an allocator).</summary>
    /// <returns><see langword="false"/>: it was not idle.</returns>
    internal bool TryActivate()
    {
        long idle = _zone.BaseReferences;
        return Interlocked.CompareExchange(ref _counts, idle + PageCounts.OneReference, idle) == idle;
    }

    /// <summary>The zone gives up its own references, after it has lowered <see cref="Zone.BaseReferences"/>.</summary>
    internal void DropBase(int references)
    {
        long seen;
        do
        {
            seen = Volatile.Read(ref _counts);
        }
        while (new PageCounts(seen).References >= references
            && Interlocked.CompareExchange(ref _counts, seen - (references * PageCounts.OneReference), seen) != seen);
    }

    private bool TryAdd(long unit)
    {
        while (true)
        {
            long seen = Volatile.Read(ref _counts);
            if (seen == 0 || (seen & PageCounts.Full) != 0)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref _counts, seen + unit, seen) == seen)
            {
                return true;
            }
        }
    }

    private void Release(long unit, string operation, string reason)
    {
        while (true)
        {
            long seen = Volatile.Read(ref _counts);
            var counts = new PageCounts(seen);
            if ((unit == PageCounts.OnePin ? counts.Pins : counts.Mappings) == 0)
            {
                throw new ReferenceCountException(this, operation, counts, reason);
            }

            if (TryReplace(seen, seen - unit))
            {
                return;
            }
        }
    }

    /// <summary>The last step of every release: whoever brings the count down to the base tells the zone.</summary>
    private bool TryReplace(long seen, long next)
    {
        if (Interlocked.CompareExchange(ref _counts, next, seen) != seen)
        {
            return false;
        }

        int idle = _zone.BaseReferences;
        if (next == idle)
        {
            _zone.OnIdle(this);
        }
        else if ((next & PageCounts.HeldMask) == idle)
        {
            _zone.OnOnlyMapped();
        }

        return true;
    }
}
