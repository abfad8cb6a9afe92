using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

namespace Emulator;

/// <summary>The RAM of a guest at one moment. It shares the pages, until the guest writes to them.</summary>
public sealed class Snapshot : IDisposable
{
    [OwnedRef]
    private readonly List<Page> _pages = new();

    /// <summary>Takes a snapshot.</summary>
    public Snapshot(GuestMemory guest)
    {
        for (int frame = 0; frame < guest.FrameCount; frame++)
        {
            if (guest.Find(frame) is { } page)
            {
                page.Get();
                _pages.Add(page);
            }
        }
    }

    public int PageCount => _pages.Count;

    public void Dispose()
    {
        foreach (Page page in _pages)
        {
            page.Put();
        }

        _pages.Clear();
    }
}
