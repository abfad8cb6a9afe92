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
            Page? page = file.IsAllocated(i) ? file.GetPage(i) : memory.PfnToPage(zero);
            if (page is null)
            {
                continue;
            }

            page.Put(); // EXPECT DVM2002
        }
    }
}
