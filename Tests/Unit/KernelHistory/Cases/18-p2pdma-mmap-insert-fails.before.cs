using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>Maps memory of the pool into a process, page by page.</summary>
    public static Errno Map(PercpuRef owner, Vma vma, Page[] pages)
    {
        if (!owner.TryGetLive()) // EXPECT DVM2001
        {
            return Errno.ENODEV;
        }

        ulong address = vma.Start;
        foreach (Page page in pages)
        {
            Errno error = vma.InsertPage(address, page);
            if (error != Errno.None)
            {
                return error;
            }

            address += PhysicalMemory.PageSize;
        }

        owner.Put();
        return Errno.None;
    }
}
