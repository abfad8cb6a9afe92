using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>Makes a range of the process exclusive to the device.</summary>
    public static Errno Exclusive(AddressSpace space, ulong start)
    {
        var pages = new Page[16];
        int got = space.GetUserPages(start, 16, GupFlags.Write, pages);
        if (got <= 0)
        {
            return Errno.EBUSY;
        }

        PutAll(pages, got);
        return Errno.None;
    }

    [TrustedContract]
    private static void PutAll([ReleasesRef(Count = "count")] Page[] pages, int count)
    {
        for (int i = 0; i < count; i++)
        {
            pages[i].Put();
        }
    }
}
