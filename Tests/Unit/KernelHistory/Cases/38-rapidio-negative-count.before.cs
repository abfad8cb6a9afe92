using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>Pins the buffer of a transfer; all of it or nothing.</summary>
    public static Errno Transfer(AddressSpace space, ulong start, int count)
    {
        var pages = new Page[count];
        int pinned = space.PinUserPages(start, count, GupFlags.Write, pages);
        if (pinned != count)
        {
            space.UnpinUserPages(pages, pinned); // EXPECT DVM2006
            return Errno.EFAULT;
        }

        space.UnpinUserPages(pages, pinned);
        return Errno.None;
    }
}
