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
        Errno error = Errno.None;
        for (int i = 0; i < count; i++)
        {
            if (pgmap is null)
            {
                pgmap = memory.GetDevPagemap(start + i);
                if (pgmap is null)
                {
                    error = Errno.EBUSY;
                    break;
                }
            }

            if (memory.PfnToPage(start + i) is null)
            {
                error = Errno.EFAULT;
                break;
            }
        }

        pgmap?.Put();
        return error;
    }
}
