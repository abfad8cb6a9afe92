using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>The driver hands out one of its free pages.</summary>
    public static Page? Allocate(PhysicalMemory memory, Queue<Pfn> free)
    {
        if (free.Count == 0)
        {
            return null;
        }

        Page? page = memory.PfnToPage(free.Dequeue());
        page?.Get(); // EXPECT DVM1003
        return page;
    }
}
