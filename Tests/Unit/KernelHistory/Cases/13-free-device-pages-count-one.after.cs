using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>The driver hands out one of its free pages.</summary>
    [return: AcquiresRef(When = When.NotNull)]
    public static Page? Allocate(PhysicalMemory memory, Queue<Pfn> free)
    {
        if (free.Count == 0)
        {
            return null;
        }

        Page? page = memory.PfnToPage(free.Dequeue());
        page?.InitZoneDevice();
        return page;
    }
}
