using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>Takes a page out of use.</summary>
    public static Errno SoftOffline(AddressSpace space, ulong address, int zone)
    {
        var pages = new Page[1];
        int got = space.GetUserPages(address, 1, GupFlags.None, pages); // EXPECT DVM2001
        if (got <= 0)
        {
            return Errno.EFAULT;
        }

        if (zone < 0)
        {
            return Errno.EIO;
        }

        pages[0].Put();
        return Errno.None;
    }
}
