using System;
using Devmap.Contracts;

namespace Devmap;

/// <summary>
/// A page, or 2^n pages in a row that are allocated, counted and freed as one (<c>struct folio</c>). It is the first of
/// its pages, seen as what stands for all of them.
/// </summary>
public readonly struct Folio : IEquatable<Folio>
{
    /// <summary>The order of a folio that fills an entry of the second level of a page table: 512 pages (<c>HPAGE_PMD_ORDER</c>).</summary>
    public const int PmdOrder = 9;

    internal Folio(Page head) => Head = head;

    /// <summary>The first page (<c>&amp;folio-&gt;page</c>), on which references to the folio are taken and given up.</summary>
    [AliasOf]
    public Page Head { get; }

    /// <summary>The binary logarithm of the number of pages (<c>folio_order</c>).</summary>
    public int Order => Head.IsHead ? Head.Order : 0;

    /// <summary>The number of pages (<c>folio_nr_pages</c>).</summary>
    public int PageCount => 1 << Order;

    /// <summary>Whether it has more than one page (<c>folio_test_large</c>).</summary>
    public bool IsLarge => Order > 0;

    /// <summary>The reference count (<c>folio_ref_count</c>). A snapshot.</summary>
    public int RefCount => Head.RefCount;

    /// <summary>The number of page-table entries that lead to the folio, one of the second level counting once (<c>folio_mapcount</c>). A snapshot.</summary>
    public int MapCount => Head.MapCount;

    /// <summary>The number of pins (<c>_pincount</c>). A snapshot.</summary>
    public int PinCount => Head.PinCount;

    /// <summary>Whether the memory may stay pinned for as long as user space likes (<c>folio_is_longterm_pinnable</c>).</summary>
    public bool IsLongTermPinnable => Head.Memory.Era.RefuseLongTerm(Head) == Errno.None;

    /// <summary>One of its pages (<c>folio_page</c>). It is alive as long as the folio.</summary>
    /// <param name="index">From 0 to <see cref="PageCount"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is outside the folio.</exception>
    [return: AliasOf]
    public Page PageAt(int index)
    {
        return index >= 0 && index < PageCount
            ? index == 0 ? Head : Head.Sibling(index)
            : throw new ArgumentOutOfRangeException(nameof(index), index, $"The folio has {PageCount} pages.");
    }

    /// <summary>
    /// Takes a folio of RAM apart (<c>split_folio_to_list</c>). Each of the pages is a folio by itself then, with one
    /// reference: the caller's reference on the folio has become one on every page.
    /// </summary>
    /// <returns>
    /// <see cref="Errno.EAGAIN"/>: somebody else holds it, or it is mapped; <see cref="Errno.EINVAL"/>: it has one page
    /// only, or it is device memory, which its owner takes apart.
    /// </returns>
    public Errno Split()
    {
        if (!IsLarge || Head.IsZoneDevice)
        {
            return Errno.EINVAL;
        }

        Page head = Head;
        int count = PageCount;
        if (!head.TryFreeze(1))
        {
            return Errno.EAGAIN;
        }

        head.DestroyCompound();
        for (int i = count - 1; i >= 0; i--)
        {
            head.Sibling(i).Unfreeze(1);
        }

        if (Probe.IsOn)
        {
            head.Memory.Probe.Split(head, count);
        }

        return Errno.None;
    }

    /// <summary>Whether both are the same folio.</summary>
    public static bool operator ==(Folio left, Folio right) => left.Equals(right);

    /// <summary>Whether they are different folios.</summary>
    public static bool operator !=(Folio left, Folio right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Folio other) => ReferenceEquals(Head, other.Head);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Folio other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Head?.GetHashCode() ?? 0;

    /// <inheritdoc/>
    public override string ToString() => IsLarge ? $"folio {Head.Pfn} of {PageCount} pages" : $"folio {Head.Pfn}";
}
