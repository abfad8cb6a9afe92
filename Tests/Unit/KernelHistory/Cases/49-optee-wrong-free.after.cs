using System;
using System.Collections.Generic;
using Devmap;
using Devmap.Contracts;

public static class Row
{
    /// <summary>A buffer for one call into the trusted world.</summary>
    public static Errno Call(Pool pool, bool fails)
    {
        Buffer? buffer = pool.AllocatePages(1);
        if (buffer is null)
        {
            return Errno.ENOMEM;
        }

        if (fails)
        {
            pool.FreePages(buffer);
            return Errno.EIO;
        }

        pool.FreePages(buffer);
        return Errno.None;
    }
}

public sealed class Buffer
{
}

/// <summary>Two allocators: what came from the one must not go to the other.</summary>
[TrustedContract]
public sealed class Pool
{
    [return: AcquiresRef(Kind = "pages", When = When.NotNull)]
    public Buffer? AllocatePages(int count) => null;

    [return: AcquiresRef(Kind = "object", When = When.NotNull)]
    public Buffer? AllocateObject(int size) => null;

    public void FreePages([ReleasesRef(Kind = "pages")] Buffer buffer)
    {
    }

    public void FreeObject([ReleasesRef(Kind = "object")] Buffer buffer)
    {
    }
}
