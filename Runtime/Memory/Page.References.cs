using System.Threading;
using Devmap.Contracts;

namespace Devmap;

/// <content>Taking and giving up references and pins. Whatever the page of a folio, the count is that of its head.</content>
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
            throw Misuse(Invariant.I4, "Page.Get", Counts, Counts.Packed == 0 ? "the page has no reference; TryGet asks first" : "the count is full");
        }

        if (Probe.IsOn)
        {
            Memory.Probe.Acquired(this, ReferenceKind.Reference);
        }
    }

    /// <summary>Takes a reference unless the count is zero (<c>folio_try_get</c>, <c>try_get_page</c>).</summary>
    /// <returns><see langword="false"/>: the count is zero, or full; no reference was taken.</returns>
    [AcquiresRef(When = When.True)]
    [TrustedContract]
    public bool TryGet()
    {
        bool taken = TryAdd(PageCounts.OneReference);
        if (taken && Probe.IsOn)
        {
            Memory.Probe.Acquired(this, ReferenceKind.Reference);
        }

        return taken;
    }

    /// <summary>Gives up one reference (<c>put_page</c>, <c>folio_put</c>). The last one lets the page go to where it came from.</summary>
    /// <exception cref="ReferenceCountException">
    /// No such reference is left: what remains are pins, mappings, and the references that the device range itself holds.
    /// </exception>
    [ReleasesRef]
    [TrustedContract]
    public void Put()
    {
        // Forgotten first: once the reference is gone the page may be somebody else's.
        if (Probe.IsOn)
        {
            Memory.Probe.Releasing(this, ReferenceKind.Reference);
        }

        PutOwn(Head);
    }

    /// <summary>Gives up one pin (<c>unpin_user_page</c>).</summary>
    /// <exception cref="ReferenceCountException">The page is not pinned.</exception>
    [ReleasesRef(Kind = "pin")]
    [TrustedContract]
    public void Unpin()
    {
        if (Pfn == Pte.ZeroFrame && !Memory.Era.PinsZeroPage)
        {
            return;
        }

        if (Probe.IsOn)
        {
            Memory.Probe.Releasing(this, ReferenceKind.Pin);
        }

        Head.Release(PageCounts.OnePin, "Page.Unpin", "the page is not pinned");
    }

    /// <summary>Takes a pin unless the count is zero (<c>try_grab_folio</c> with <c>FOLL_PIN</c>).</summary>
    [AcquiresRef(Kind = "pin", When = When.True)]
    [TrustedContract]
    internal bool TryPin()
    {
        bool taken = TryAdd(PageCounts.OnePin);
        if (taken && Probe.IsOn)
        {
            Memory.Probe.Acquired(this, ReferenceKind.Pin);
        }

        return taken;
    }

    /// <summary>Adds to the count of the folio unless that is zero or full.</summary>
    internal bool TryAdd(long unit)
    {
        while (true)
        {
            Page head = Head;
            if (!head.TryAddOwn(unit))
            {
                return false;
            }

            // The folio may have been split since, and then it is another folio's count that has gone up (try_get_folio).
            if (ReferenceEquals(head, this) || ReferenceEquals(head, Head))
            {
                return true;
            }

            head.TakeBack(unit);
        }
    }

    /// <summary>Gives up one of what is counted by <paramref name="unit"/>.</summary>
    internal void Release(long unit, string operation, string reason)
    {
        while (true)
        {
            long seen = Volatile.Read(ref _counts);
            var counts = new PageCounts(seen);
            if ((unit == PageCounts.OnePin ? counts.Pins : counts.Mappings) == 0)
            {
                throw Misuse(Invariant.I6, operation, counts, reason);
            }

            if (TryReplace(seen, seen - unit))
            {
                return;
            }
        }
    }

    /// <summary>The exception for a call that the counts forbid; the breach is noted where breaches are looked for.</summary>
    internal ReferenceCountException Misuse(Invariant invariant, string operation, PageCounts counts, string reason)
        => Memory.Probe.Misuse(invariant, this, operation, counts, reason);

    private static void PutOwn(Page head)
    {
        while (true)
        {
            long seen = Volatile.Read(ref head._counts);

            // The base is read after the count: teardown lowers it before it takes the references away.
            int references = new PageCounts(seen).References;
            if (references <= head._zone.BaseReferences)
            {
                throw head.Misuse(Invariant.I6, "Page.Put", new PageCounts(seen), "no reference is left that could be given up");
            }

            if (head.TryReplace(seen, seen - PageCounts.OneReference))
            {
                return;
            }
        }
    }

    private bool TryAddOwn(long unit)
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

    // What was added a moment ago can be taken away by whoever added it, however low the count is.
    private void TakeBack(long unit)
    {
        long seen;
        do
        {
            seen = Volatile.Read(ref _counts);
        }
        while (!TryReplace(seen, seen - unit));
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
