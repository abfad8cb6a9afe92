using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>Takes the entries of a file apart; an entry for a hole shows the zero page.</summary>
    public static void Disassociate(DaxFile file, PhysicalMemory memory, Pfn zero, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (!file.IsAllocated(i))
            {
                continue;
            }

            Page? page = file.GetPage(i);
            if (page is null)
            {
                continue;
            }

            page.Put();
        }
    }
}
