using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>Gives up what was pinned for the device, one page after the other.</summary>
    public static Errno Transfer(AddressSpace space, ulong start, Pfn zero)
    {
        var pages = new Page[1];
        int pinned = space.PinUserPages(start, 1, GupFlags.None, pages);
        if (pinned <= 0)
        {
            return Errno.EFAULT;
        }

        bool isZero = pages[0].Pfn == zero;
        space.UnpinUserPages(pages, pinned);
        return isZero ? Errno.None : Errno.EAGAIN;
    }
}
