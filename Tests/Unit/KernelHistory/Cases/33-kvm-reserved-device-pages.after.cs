using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>Fills an entry of the guest's table and gives the page up.</summary>
    public static Errno MapGuest(PhysicalMemory memory, Pfn pfn, Dictionary<ulong, Pfn> table, ulong gfn)
    {
        Page? page = memory.PfnToPage(pfn);
        if (page is null || !page.TryGet())
        {
            return Errno.EFAULT;
        }

        table[gfn] = pfn;
        page.Put();
        return Errno.None;
    }
}
