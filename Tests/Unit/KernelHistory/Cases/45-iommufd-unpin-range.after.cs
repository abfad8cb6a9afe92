using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>Unpins the pages of an area.</summary>
    public static Errno Access(AddressSpace space, ulong start, int count)
    {
        var pages = new Page[count + 1];
        int pinned = space.PinUserPages(start, count, GupFlags.Write, pages);
        if (pinned <= 0)
        {
            return Errno.EFAULT;
        }

        space.UnpinUserPages(pages, pinned);
        return Errno.None;
    }
}
