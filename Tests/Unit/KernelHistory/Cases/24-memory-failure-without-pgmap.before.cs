using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>Handles an error at a frame; the caller of the system call has taken a page for it.</summary>
    public static Errno Fail(PhysicalMemory memory, DaxFile file, long index)
    {
        Page? page = file.GetPage(index); // EXPECT DVM2001
        if (page is null)
        {
            return Errno.ENXIO;
        }

        PgMap? pgmap = memory.GetDevPagemap(page.Pfn);
        if (pgmap is null)
        {
            return Errno.EBUSY;
        }

        page.Put();
        pgmap.Put();
        return Errno.None;
    }
}
