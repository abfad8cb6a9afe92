using System.Threading;
using Devmap.Contracts;

namespace Devmap;

/// <content>Taking and giving up references and pins. Whatever the page of a folio, the count is that of its head.</content>
public sealed partial class Page
{
    /// <summary>Takes one reference more on a page that the caller already holds alive (<c>get_page</c>, <c>folio_get</c>).</summary>
    /// <exception cref="ReferenceCountException">The count is zero, so that nobody can hold the page alive, or it is full.</exception>
    [AcquiresRef, RequiresRef]
    [TrustedContract]
    public void Get()
    {
        if (!TryAddReference() && !TryAdd(PageCounts.OneReference))
        {
            throw NotGiven();
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

        if (!TryDropReference())
        {
            Head.DropReference();
        }
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

    /// <summary>The exception for a call that the counts forbid; the breach is noted where breaches are looked for.</summary>
    internal ReferenceCountException Misuse(Invariant invariant, string operation, PageCounts counts, string reason)
        => Memory.Probe.Misuse(invariant, this, operation, counts, reason);

    private ReferenceCountException NotGiven()
    {
        PageCounts counts = Counts;
        return Misuse(Invariant.I4, "Page.Get", counts, counts.Packed == 0 ? "the page has no reference; TryGet asks first" : "the count is full");
    }
}
