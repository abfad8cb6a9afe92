using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>Takes the page of a frame that the guest maps.</summary>
    public static Errno Follow(PhysicalMemory memory, Pfn pfn, out byte first)
    {
        first = 0;
        Page? page = memory.PfnToPage(pfn);
        if (page is null || !page.TryGet())
        {
            return Errno.EFAULT;
        }

        first = page.ReadByte(0);
        page.Put();
        return Errno.None;
    }
}
