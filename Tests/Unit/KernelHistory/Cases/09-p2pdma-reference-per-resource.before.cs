using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>Two resources of one device, each with a chunk of the pool.</summary>
    public static Errno AddResources(PhysicalMemory memory, Pool pool, Pfn first, Pfn second)
    {
        PgMap? pgmap = memory.GetDevPagemap(first);
        if (pgmap is null)
        {
            return Errno.ENXIO;
        }

        pool.Add(first, pgmap);
        pool.Add(second, pgmap); // EXPECT DVM2002
        return Errno.None;
    }
}

/// <summary>Memory that is handed out in chunks; each gives its reference up when it is taken apart.</summary>
[TrustedContract]
public sealed class Pool
{
    public void Add(Pfn start, [ReleasesRef(Kind = "pgmap")] PgMap owner)
    {
        owner.Put();
    }
}
