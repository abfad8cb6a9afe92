using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>Pins a range and maps it for the device.</summary>
    public static Errno Map(AddressSpace space, ulong start, int count, Func<Pfn, bool> map)
    {
        var pages = new Page[count];
        int pinned = space.PinUserPages(start, count, GupFlags.Write, pages); // EXPECT DVM2001
        if (pinned <= 0)
        {
            return Errno.ENOMEM;
        }

        for (int i = 0; i < pinned; i++)
        {
            if (!map(pages[i].Pfn))
            {
                return Errno.EFAULT;
            }
        }

        space.UnpinUserPages(pages, pinned);
        return Errno.None;
    }
}
