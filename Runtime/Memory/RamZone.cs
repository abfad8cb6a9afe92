using System;
using Devmap.Contracts;

namespace Devmap;

/// <summary>Ordinary memory: the page allocator, with free lists of blocks of 2^n pages (the buddy system of <c>mm/page_alloc.c</c>).</summary>
internal sealed class RamZone : Zone
{
    /// <summary>The largest block has 2^10 pages (<c>MAX_PAGE_ORDER</c>).</summary>
    public const int MaxOrder = 10;

    private readonly LruList[] _freeAreas = new LruList[MaxOrder + 1];
    private readonly object _lock = new();
    private int _freePages;

    public RamZone(PhysicalMemory memory, int pageCount)
        : base(memory, new Pfn(0), pageCount, baseReferences: 0)
    {
        for (int order = 0; order <= MaxOrder; order++)
        {
            _freeAreas[order] = new LruList(memory);
        }
    }

    public int FreePages
    {
        get
        {
            lock (_lock)
            {
                return _freePages;
            }
        }
    }

    /// <summary>All pages are free now, in blocks as large as they fit, the first at the front of its list (<c>memblock_free_all</c>).</summary>
    public void FreeAll()
    {
        int end = PageCount;
        while (end > 0)
        {
            int order = 0;
            while (order < MaxOrder && end % (2 << order) == 0)
            {
                order++;
            }

            end -= 1 << order;
            AddFree(PageAt(end), order);
            _freePages += 1 << order;
        }
    }

    /// <summary>A folio of 2^<paramref name="order"/> pages with one reference (<c>alloc_pages</c>).</summary>
    [return: AcquiresRef(When = When.NotNull)]
    [TrustedContract]
    public Page? Allocate(int order)
    {
        lock (_lock)
        {
            for (int found = order; found <= MaxOrder; found++)
            {
                if (_freeAreas[found].TakeFirst() is { } page)
                {
                    page.ClearFlag(PageFlags.Buddy);
                    GiveBackHalves(page, found, order);
                    _freePages -= 1 << order;
                    page.TryActivate();
                    page.PrepareCompound(order);
                    return page;
                }
            }

            return null;
        }
    }

    public override void OnIdle(Page page)
    {
        int order = page.Order;
        if (order > 0)
        {
            page.DestroyCompound();
        }

        for (int i = 0; i < 1 << order; i++)
        {
            Page part = i == 0 ? page : page.Sibling(i);
            part.ClearUse();
            part.SetMapping(null);
            part.ClearContent();
        }

        // A page with a hardware error is never handed out again (free_pages_prepare).
        if (page.IsHwPoison)
        {
            return;
        }

        lock (_lock)
        {
            _freePages += 1 << order;
            FreeBlock((int)page.Pfn.Value, order);
        }
    }

    private void GiveBackHalves(Page page, int from, int to)
    {
        for (int order = from - 1; order >= to; order--)
        {
            AddFree(PageAt((int)page.Pfn.Value + (1 << order)), order);
        }
    }

    private void FreeBlock(int index, int order)
    {
        while (order < MaxOrder && FindFree(index ^ (1 << order), order) is { } buddy)
        {
            buddy.ClearFlag(PageFlags.Buddy);
            _freeAreas[order].Remove(buddy);
            index &= ~(1 << order);
            order++;
        }

        AddFree(PageAt(index), order);
    }

    private Page? FindFree(int index, int order)
    {
        return index < PageCount && PageAt(index) is var page && page.HasFlag(PageFlags.Buddy) && page.Order == order ? page : null;
    }

    private void AddFree(Page page, int order)
    {
        page.SetOrder(order);
        page.SetFlag(PageFlags.Buddy);
        _freeAreas[order].Add(page);
    }

    private Page PageAt(int index) => Memory.PfnToPage(new Pfn((ulong)index)) ?? throw new InvalidOperationException($"RAM has no page {index}.");
}
