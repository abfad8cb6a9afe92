using System;
using System.Collections.Generic;
using Devmap.Contracts;

namespace Devmap;

/// <summary>
/// Pages of RAM in the order in which they were last used (<c>struct lruvec</c>): from it reclaim takes the oldest. Safe on any
/// number of threads.
/// </summary>
/// <remarks>
/// In the kernel the list runs through two words of <c>struct page</c>. In a device page its pgmap and the word of its driver
/// lie there (<see cref="Page.PgMap"/>), so that such a page can be on no list.
/// </remarks>
public sealed class LruList
{
    private readonly LinkedList<Page> _pages = new();
    private readonly Dictionary<Page, LinkedListNode<Page>> _places = new();

    /// <summary>How many pages are on it. A snapshot.</summary>
    public int Count
    {
        get
        {
            lock (_pages)
            {
                return _pages.Count;
            }
        }
    }

    /// <summary>Puts a page on the list as the youngest, or makes it the youngest (<c>folio_add_lru</c>). The list takes a reference of its own.</summary>
    /// <exception cref="KernelBugException">It is a device page: its pgmap would be overwritten.</exception>
    /// <exception cref="ReferenceCountException">The count is zero, so that nobody can hold the page alive.</exception>
    [TrustedContract]
    public void Add([RequiresRef, RejectsTrait("zone-device")] Page page)
    {
        if (page is null)
        {
            throw new ArgumentNullException(nameof(page));
        }

        if (page.IsZoneDevice)
        {
            throw new KernelBugException("folio_add_lru", $"{page.Pfn} is a device page, whose pgmap lies in the words of the list");
        }

        lock (_pages)
        {
            if (_places.TryGetValue(page, out LinkedListNode<Page>? place))
            {
                _pages.Remove(place);
                _pages.AddLast(place);
                return;
            }

            page.Get();
            _places.Add(page, _pages.AddLast(page));
        }
    }

    /// <summary>Takes a page off the list and gives up the list's reference (<c>folio_isolate_lru</c>, then <c>folio_put</c>).</summary>
    /// <returns><see langword="false"/>: it is not on the list.</returns>
    [TrustedContract]
    public bool Remove([RejectsTrait("zone-device"), BorrowedRef] Page page)
    {
        lock (_pages)
        {
            if (!_places.TryGetValue(page, out LinkedListNode<Page>? place))
            {
                return false;
            }

            _places.Remove(page);
            _pages.Remove(place);
        }

        page.Put();
        return true;
    }

    /// <summary>Takes the page off the list that was not used for the longest time; its reference is the caller's (<c>isolate_lru_folios</c>).</summary>
    /// <returns><see langword="null"/>: the list is empty.</returns>
    [return: AcquiresRef(When = When.NotNull)]
    [TrustedContract]
    public Page? TakeOldest()
    {
        lock (_pages)
        {
            if (_pages.First is not { } oldest)
            {
                return null;
            }

            _pages.RemoveFirst();
            _places.Remove(oldest.Value);
            return oldest.Value;
        }
    }
}
