using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>Takes all pages of a huge entry; 0: none, and it is tried another way.</summary>
    public static int GrabHuge(PhysicalMemory memory, Pfn pfn, int count, Page[] pages)
    {
        PgMap? pgmap = memory.GetDevPagemap(pfn); // EXPECT DVM2001
        if (pgmap is null)
        {
            return 0;
        }

        int taken = 0;
        while (taken < count)
        {
            Page? page = memory.PfnToPage(pfn + taken);
            if (page is null || !page.TryGet())
            {
                Undo(pages, taken);
                return 0;
            }

            pages[taken++] = page;
        }

        pgmap.Put();
        return taken;
    }

    private static void Undo(Page[] pages, int count)
    {
        for (int i = 0; i < count; i++)
        {
            pages[i].Put();
        }
    }
}
