using System;
using Devmap.Contracts;

namespace Devmap;

/// <content>From frames to device ranges.</content>
public sealed partial class PhysicalMemory
{
    /// <summary>The device range that a frame belongs to, with a reference for the caller (<c>get_dev_pagemap</c>).</summary>
    /// <returns><see langword="null"/>: it is no device memory, or the range is being taken away.</returns>
    [return: AcquiresRef(Kind = "pgmap", When = When.NotNull)]
    public PgMap? GetDevPagemap(Pfn pfn)
    {
        return _frames.Find(pfn)?.PgMap is { } pgmap && pgmap.TryGetLive() ? pgmap : null;
    }

    /// <summary>
    /// As <see cref="GetDevPagemap(Pfn)"/>, for a walk over many frames that still holds the range of the frame before
    /// (<c>get_dev_pagemap</c> with its second argument, which kernels had until 2025). A range that has the frame as well
    /// is handed back with the reference that is on it; any other is given up.
    /// </summary>
    /// <param name="pfn">The frame.</param>
    /// <param name="cached">The range of the frame before, with a reference that this call takes over; <see langword="null"/>: none.</param>
    /// <returns>The range, with one reference for the caller; <see langword="null"/>: no device memory, or being taken away.</returns>
    /// <exception cref="ReferenceCountException">Nobody holds the range that was handed over.</exception>
    [return: AcquiresRef(Kind = "pgmap", When = When.NotNull)]
    [TrustedContract]
    public PgMap? GetDevPagemap(Pfn pfn, [ReleasesRef(Kind = "pgmap")] PgMap? cached)
    {
        if (cached is null)
        {
            return GetDevPagemap(pfn);
        }

        if (cached.Reference.Outstanding <= 0)
        {
            Probe.Breach(Invariant.I7, null, "get_dev_pagemap", $"{cached} is handed over, but nobody holds it");
            throw new ReferenceCountException(cached.ToString(), "GetDevPagemap", cached.RefCount, "nobody holds the range that was handed over");
        }

        if (cached.Contains(pfn))
        {
            return cached;
        }

        cached.Put();
        return GetDevPagemap(pfn);
    }
}
