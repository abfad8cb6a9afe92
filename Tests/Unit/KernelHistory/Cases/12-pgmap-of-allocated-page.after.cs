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
        PgMap? pgmap = memory.GetDevPagemap(pfn);
        if (pgmap is null)
        {
            return Errno.ENXIO;
        }

        memory.PfnToPage(pfn)?.WriteByte(0, 0);
        pgmap.Put();
        return Errno.None;
    }
}
