using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>Looks at a range of frames; the pgmap is looked up once.</summary>
    public static Errno Walk(PhysicalMemory memory, Pfn start, int count)
    {
        PgMap? pgmap = null;
        for (int i = 0; i < count; i++)
        {
            if (pgmap is null)
            {
                pgmap = memory.GetDevPagemap(start + i); // EXPECT DVM2001
                if (pgmap is null)
                {
                    return Errno.EBUSY;
                }
            }

            if (memory.PfnToPage(start + i) is null)
            {
                return Errno.EFAULT;
            }
        }

        pgmap?.Put();
        return Errno.None;
    }
}
