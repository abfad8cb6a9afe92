using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>Allocates a page for a file in memory, keeps it in the cache of the file, and hands it to the caller to look at.</summary>
    public static byte First(PhysicalMemory memory, PageCache cache, long index)
    {
        Page? page = memory.AllocPage();
        if (page is null)
        {
            return 0;
        }

        cache.Add(index, page);
        byte first = page.ReadByte(0);
        page.Put();
        return first;
    }
}

/// <summary>The pages of a file in memory; it takes a reference of its own on each.</summary>
[TrustedContract]
public sealed class PageCache : IDisposable
{
    private readonly Dictionary<long, Page> _pages = new();

    public void Add(long index, [RequiresRef] Page page)
    {
        page.Get();
        _pages[index] = page;
    }

    public void Dispose()
    {
        foreach (Page page in _pages.Values)
        {
            page.Put();
        }
    }
}
