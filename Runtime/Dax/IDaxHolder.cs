using System;

namespace Devmap;

/// <summary>Who uses a DAX device as a whole, a filesystem, and wants to hear what befalls it (<c>dax_holder_operations</c>).</summary>
public interface IDaxHolder
{
    /// <summary>Memory of the device is lost, or the device is about to go (<c>notify_failure</c>).</summary>
    /// <param name="device">The device.</param>
    /// <param name="firstPage">The first page concerned, counted from the beginning of the device.</param>
    /// <param name="pageCount">How many pages; <see cref="long.MaxValue"/>: all.</param>
    /// <param name="flags">What has happened.</param>
    /// <returns><see cref="Errno.None"/>; <see cref="Errno.EOPNOTSUPP"/>: the holder has not dealt with it.</returns>
    Errno NotifyFailure(DaxDevice device, long firstPage, long pageCount, MemoryFailureFlags flags);
}

/// <summary>What has happened to memory (<c>enum mf_flags</c>).</summary>
[Flags]
public enum MemoryFailureFlags
{
    /// <summary>A hardware error.</summary>
    None = 0,

    /// <summary>The caller has taken a reference on the page, which the handling gives up (<c>MF_COUNT_INCREASED</c>).</summary>
    CountIncreased = 1,

    /// <summary>The device is about to go: no error, but the end of it (<c>MF_MEM_PRE_REMOVE</c>).</summary>
    PreRemove = 32,
}
