using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>Registers a buffer with the ring.</summary>
    public static Errno Register(AddressSpace space, ulong start, int count, Func<int, byte[]?> allocate)
    {
        var pages = new Page[count];
        int pinned = space.PinUserPages(start, count, GupFlags.Write, pages);
        if (pinned <= 0)
        {
            return Errno.EFAULT;
        }

        byte[]? table = allocate(pinned);
        if (table is null)
        {
            space.UnpinUserPages(pages, pinned);
            return Errno.ENOMEM;
        }

        table[0] = 1;
        space.UnpinUserPages(pages, pinned);
        return Errno.None;
    }
}
