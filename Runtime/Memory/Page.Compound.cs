using System.Threading;
using Devmap.Contracts;

namespace Devmap;

/// <content>Folios: several pages that live and die together.</content>
public sealed partial class Page
{
    private const int OrderShift = 16;
    private const int OrderMask = 0xFF << OrderShift;

    /// <summary>The folio that the page is part of (<c>page_folio</c>). A page that is part of no larger one is a folio by itself.</summary>
    [AliasOf]
    public Folio Folio
    {
        [TrustedContract]
        get => new(Head);
    }

    /// <summary>Whether the page is the first of a folio of several (<c>PageHead</c>).</summary>
    public bool IsHead => HasFlag(PageFlags.Head);

    /// <summary>Whether the page is a later page of a folio (<c>PageTail</c>): its own count is zero.</summary>
    public bool IsTail => HasFlag(PageFlags.Tail);

    /// <summary>The first page of the folio (<c>compound_head</c>).</summary>
    internal Page Head => HasFlag(PageFlags.Tail) && Volatile.Read(ref _word) is Page head ? head : this;

    /// <summary>The binary logarithm of the number of pages of the folio (<c>folio_order</c>), asked of its head.</summary>
    internal int Order => (Volatile.Read(ref _flags) & OrderMask) >> OrderShift;

    /// <summary>Whether pins are counted apart instead of by a bias (<c>folio_has_pincount</c>), asked of its head.</summary>
    internal bool HasPinCount => IsHead && Memory.Era.HasPinCount(Order);

    /// <summary>Makes a folio of this page and those behind it, all of them idle (<c>prep_compound_page</c>).</summary>
    internal void PrepareCompound(int order)
    {
        SetOrder(order);
        if (order == 0)
        {
            return;
        }

        SetFlag(PageFlags.Head);
        for (int i = 1; i < 1 << order; i++)
        {
            Page tail = Sibling(i);
            Volatile.Write(ref tail._counts, 0);
            Volatile.Write(ref tail._word, this);
            tail.SetFlag(PageFlags.Tail);
        }
    }

    /// <summary>Every page is a folio by itself again; what each shows in its first word is what its zone says.</summary>
    internal void DestroyCompound()
    {
        int order = Order;
        ClearFlag(PageFlags.Head);
        SetOrder(0);
        for (int i = 1; i < 1 << order; i++)
        {
            Page tail = Sibling(i);
            tail.RestorePgMap();
            tail.ClearFlag(PageFlags.Tail);
        }
    }

    /// <summary>The page of the same zone that many frames further on.</summary>
    internal Page Sibling(int offset) => Memory.PfnToPage(Pfn + offset)!;

    internal void SetOrder(int order)
    {
        int seen;
        do
        {
            seen = Volatile.Read(ref _flags);
        }
        while (Interlocked.CompareExchange(ref _flags, (seen & ~OrderMask) | (order << OrderShift), seen) != seen);
    }
}
