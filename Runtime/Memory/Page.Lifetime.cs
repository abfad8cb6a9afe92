using System.Threading;
using Devmap.Contracts;

namespace Devmap;

/// <content>How an idle page comes to life, and what changes hands without going through zero.</content>
public sealed partial class Page
{
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
    public void InitZoneDevice() => InitZoneDevice(order: 0);

    /// <summary>As <see cref="InitZoneDevice()"/>, for a folio of 2^<paramref name="order"/> pages, of which this is the first.</summary>
    /// <param name="order">From 0 to 9.</param>
    /// <exception cref="ReferenceCountException">One of the pages is in use, or the range is being taken away.</exception>
    /// <exception cref="KernelBugException">
    /// They are no pages that a driver hands out, or no aligned block of such pages; the kernels before v6.15 have single
    /// pages only.
    /// </exception>
    [AcquiresRef]
    [TrustedContract]
    public void InitZoneDevice(int order)
    {
        if (_zone.PgMap is not { Type: MemoryType.Private or MemoryType.Coherent or MemoryType.PciP2PDma } pgmap)
        {
            throw new KernelBugException("zone_device_page_init", $"{Pfn} is not handed out by a driver");
        }

        int count = CheckBlock(order, pgmap);
        if (!pgmap.TryGetLive())
        {
            throw Misuse(Invariant.I8, "Page.InitZoneDevice", OwnCounts, "its range is being taken away");
        }

        // A page that was the head or a later page of a folio is a page like any other from here on.
        if (IsHead && OwnCounts.Packed == _zone.BaseReferences)
        {
            DestroyCompound();
        }

        bool activated = AreIdle(count) && TryActivate();
        if (activated)
        {
            ClearFlag(PageFlags.Freed);
            PrepareCompound(order);
        }

        // One reference on the range for each page, of which the look above is the first.
        int held = activated && Memory.Era.AllocatedPageHoldsPgMap(pgmap.Type) ? count : 0;
        for (int i = 1; i < held; i++)
        {
            pgmap.Reference.Get();
        }

        if (held == 0)
        {
            pgmap.Put();
        }

        if (!activated)
        {
            throw Misuse(Invariant.I4, "Page.InitZoneDevice", OwnCounts, "the page is in use");
        }

        if (Probe.IsOn)
        {
            Memory.Probe.Acquired(this, ReferenceKind.Reference);
        }
    }

    /// <summary>Ends the work that a page was locked for (<c>unlock_page</c>). The reference on it stays.</summary>
    /// <exception cref="KernelBugException">The page is not locked.</exception>
    [RequiresRef]
    public void Unlock()
    {
        if (!HasFlag(PageFlags.Locked))
        {
            throw new KernelBugException("unlock_page", $"{Pfn} is not locked");
        }

        ClearFlag(PageFlags.Locked);
    }

    /// <summary>Brings an idle page to life (<c>set_page_count(page, 1)</c> of an allocator).</summary>
    /// <returns><see langword="false"/>: it was not idle.</returns>
    internal bool TryActivate()
    {
        long idle = _zone.BaseReferences;
        return SettledCounts() == idle && Interlocked.CompareExchange(ref _counts, idle + PageCounts.OneReference, idle) == idle;
    }

    /// <summary>
    /// Takes a reference whatever the count (<c>folio_ref_inc</c>): only for who may bring an idle page to life, the
    /// holder of the lock of a DAX entry.
    /// </summary>
    [AcquiresRef]
    [TrustedContract]
    internal void AddReference(object entryLock)
    {
        Memory.Probe.CheckRevival(this, entryLock);
        Interlocked.Add(ref Head._counts, PageCounts.OneReference);
        if (Probe.IsOn)
        {
            Memory.Probe.Acquired(this, ReferenceKind.Reference);
        }
    }

    /// <summary>
    /// Takes all references at once, so that nobody can take a new one, if there are as many as the caller knows of
    /// (<c>page_ref_freeze</c>).
    /// </summary>
    internal bool TryFreeze(int references)
        => Interlocked.CompareExchange(ref _counts, 0, references * PageCounts.OneReference) == references * PageCounts.OneReference;

    /// <summary>Ends the time in which nobody could take a reference (<c>page_ref_unfreeze</c>).</summary>
    internal void Unfreeze(int references)
    {
        if (references <= 0 || Interlocked.CompareExchange(ref _counts, references * PageCounts.OneReference, 0) != 0)
        {
            throw Misuse(Invariant.I4, "page_ref_unfreeze", OwnCounts, "the page was not frozen");
        }
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

    /// <summary>Sets the counts, whatever they are: what a stray write does to a struct page.</summary>
    internal void Corrupt(PageCounts counts) => Volatile.Write(ref _counts, counts.Packed);

    private int CheckBlock(int order, PgMap pgmap)
    {
        bool possible = order is >= 0 and <= Folio.PmdOrder
            && (order == 0 || Memory.Era.HasDeviceFolios)
            && Pfn.Value % (1UL << order) == 0
            && pgmap.Contains(Pfn + ((1 << order) - 1));
        return possible ? 1 << order : throw new KernelBugException("zone_device_page_init", $"{Pfn} does not begin a block of order {order}");
    }

    private bool AreIdle(int count)
    {
        for (int i = 1; i < count; i++)
        {
            if (Sibling(i).OwnCounts.Packed != _zone.BaseReferences)
            {
                return false;
            }
        }

        return true;
    }
}
