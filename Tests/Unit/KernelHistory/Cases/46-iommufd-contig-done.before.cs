using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>Copies the pages of an area; it is kept while that lasts.</summary>
    public static Errno Copy(Table table, ulong address)
    {
        Area? area = table.Find(address);
        if (area is null || !area.TryGet())
        {
            return Errno.ENXIO;
        }

        area.Put();
        area.ContigDone(); // EXPECT DVM2003
        return Errno.None;
    }
}

/// <summary>A part of an address space of the device, kept by who works on it.</summary>
[TrustedContract]
public sealed class Area
{
    [AcquiresRef(When = When.True)]
    public bool TryGet() => true;

    [ReleasesRef]
    public void Put()
    {
    }

    [RequiresRef]
    public void ContigDone()
    {
    }
}

[TrustedContract]
public sealed class Table
{
    [return: UncountedRef]
    public Area? Find(ulong address) => null;
}
