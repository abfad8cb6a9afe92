using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>Takes the pages of a huge entry of device-dax.</summary>
    public static int GrabPud(PhysicalMemory memory, Pfn pfn, int count, Page[] pages)
    {
        PgMap? pgmap = memory.PfnToPage(pfn)?.PgMap;
        if (pgmap is null)
        {
            return 0;
        }

        int taken = 0;
        for (; taken < count; taken++)
        {
            Page? page = memory.PfnToPage(pfn + taken);
            if (page is null || !page.TryGet())
            {
                break;
            }

            pages[taken] = page;
        }

        pgmap.Put(); // EXPECT DVM2002
        return taken;
    }
}
