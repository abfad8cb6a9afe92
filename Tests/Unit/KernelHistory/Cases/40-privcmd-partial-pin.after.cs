using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>Hands buffers of the process to the hypervisor.</summary>
    public static Errno DeviceModelOp(AddressSpace space, ulong start, int count)
    {
        var pages = new Page[count];
        int pinned = space.PinUserPages(start, count, GupFlags.Write, pages);
        if (pinned < count)
        {
            if (pinned > 0)
            {
                space.UnpinUserPages(pages, pinned);
            }

            return Errno.ENOSPC;
        }

        space.UnpinUserPages(pages, pinned);
        return Errno.None;
    }
}
