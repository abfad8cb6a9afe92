using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>The size of the memory with an id.</summary>
    public static int SizeOf(Context context, int id)
    {
        SharedMemory? memory = context.Find(id);
        if (memory is null || !memory.TryGet())
        {
            return -(int)Errno.ENXIO;
        }

        int size = memory.Size;
        memory.Put();
        return size;
    }
}

/// <summary>Memory that is shared with the trusted world.</summary>
[TrustedContract]
public sealed class SharedMemory
{
    [AcquiresRef, RequiresRef]
    public void Get()
    {
    }

    [AcquiresRef(When = When.True)]
    public bool TryGet() => true;

    [ReleasesRef]
    public void Put()
    {
    }

    [RequiresRef]
    public int Size => 0;
}

[TrustedContract]
public sealed class Context
{
    /// <summary>Under the lock of the table only what it shows is certain, not that it lives.</summary>
    [return: UncountedRef]
    public SharedMemory? Find(int id) => null;
}
