using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>Hands a page of the device out and clears it.</summary>
    public static Errno Allocate(PhysicalMemory memory, Queue<Pfn> free, out Pfn pfn)
    {
        pfn = default;
        if (free.Count == 0)
        {
            return Errno.ENOMEM;
        }

        pfn = free.Dequeue();
        Page? page = memory.PfnToPage(pfn);
        if (page is null)
        {
            return Errno.ENXIO;
        }

        page.WriteByte(0, 0); // EXPECT DVM1003
        return Errno.None;
    }
}
