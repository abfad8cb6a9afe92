
namespace Devmap;

/// <content>Memory with hardware errors.</content>
public sealed partial class PhysicalMemory
{
    /// <summary>
    /// Takes memory with a hardware error from who uses it (<c>memory_failure</c>): the entries that lead to it are
    /// emptied, so that the next touch faults.
    /// </summary>
    /// <param name="pfn">The frame.</param>
    /// <param name="flags"><see cref="MemoryFailureFlags.CountIncreased"/>: the caller's reference on the page is given up in any case.</param>
    /// <returns>
    /// <see cref="Errno.None"/>; <see cref="Errno.ENXIO"/>: no page of RAM, of a file or of device-dax is there, or its
    /// range is going; <see cref="Errno.EBUSY"/>: nothing can be done about it; else what the owner of the range answers.
    /// </returns>
    public Errno MemoryFailure(Pfn pfn, MemoryFailureFlags flags = MemoryFailureFlags.None)
    {
        if (PfnToPage(pfn) is not { } page)
        {
            return Errno.ENXIO;
        }

        Errno error = page.IsZoneDevice ? DevicePageFailure.Handle(this, page) : RamPageFailure.Handle(page);

        // Dropped here on every path: who passes a reference with the call has no other chance to.
        if ((flags & MemoryFailureFlags.CountIncreased) != 0)
        {
            DevicePageFailure.PutCallersReference(this, pfn);
        }

        return error;
    }

    /// <summary>Moves what a page holds elsewhere before it is lost (<c>soft_offline_page</c>).</summary>
    /// <returns><see cref="Errno.EIO"/>: device memory cannot be moved; <see cref="Errno.ENXIO"/>: there is no page.</returns>
    public Errno SoftOffline(Pfn pfn)
    {
        if (PfnToPage(pfn) is not { } page)
        {
            return Errno.ENXIO;
        }

        return page.IsZoneDevice ? Errno.EIO : Errno.EOPNOTSUPP;
    }
}
