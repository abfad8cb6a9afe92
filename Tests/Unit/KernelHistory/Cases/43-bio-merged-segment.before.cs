using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>Adds a segment to a request; one that continues the last is merged with it.</summary>
    public static Errno Add(AddressSpace space, ulong start, Pfn last)
    {
        var pages = new Page[1];
        int pinned = space.PinUserPages(start, 1, GupFlags.Write, pages); // EXPECT DVM2001
        if (pinned <= 0)
        {
            return Errno.EFAULT;
        }

        if (pages[0].Pfn == last)
        {
            return Errno.None;
        }

        pages[0].SetDirty();
        space.UnpinUserPages(pages, pinned);
        return Errno.None;
    }
}
