using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>Takes a page from its entry for the time of a copy.</summary>
    public static Errno Copy(Vma vma, ulong address, PhysicalMemory memory, byte[] target)
    {
        Pte pte = vma.Space.PageTable.Lookup(address);
        if (!pte.IsPresent)
        {
            return Errno.EFAULT;
        }

        Page? page = memory.PfnToPage(pte.Pfn);
        if (page is null || (!pte.IsDevmap && !page.TryGet()))
        {
            return Errno.EFAULT;
        }

        target[0] = (byte)pte.Pfn.Value;
        page.Put(); // EXPECT DVM2002
        return Errno.None;
    }
}
