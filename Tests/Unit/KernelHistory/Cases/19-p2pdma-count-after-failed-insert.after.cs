using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>Brings a page of the pool to life for one mapping.</summary>
    public static Errno MapOne(PhysicalMemory memory, Vma vma, ulong address, Pfn pfn)
    {
        Page? page = memory.PfnToPage(pfn);
        if (page is null)
        {
            return Errno.ENXIO;
        }

        page.InitZoneDevice();
        Errno error = vma.InsertPage(address, page);
        page.Put();
        return error;
    }
}
