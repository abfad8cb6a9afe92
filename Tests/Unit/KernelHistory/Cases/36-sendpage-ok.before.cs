using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>Sends a page without copying it.</summary>
    public static Errno SendPage(PhysicalMemory memory, Pfn pfn, Queue<byte> wire)
    {
        Page? page = memory.PfnToPage(pfn);
        if (page is null)
        {
            return Errno.EINVAL;
        }

        page.Get(); // EXPECT DVM1003
        wire.Enqueue(page.ReadByte(0));
        page.Put();
        return Errno.None;
    }
}
