using System.Threading;
using Devmap.Contracts;

namespace Devmap;

/// <summary>A hardware error in a device range (<c>memory_failure_dev_pagemap</c>).</summary>
internal static class DevicePageFailure
{
    public static Errno Handle(PhysicalMemory memory, [UncountedRef] Page page)
    {
        // The range has to stay for as long as its page is worked on, and is given up on every way out.
        if (memory.GetDevPagemap(page.Pfn) is not { } pgmap)
        {
            return Errno.ENXIO;
        }

        try
        {
            Errno answer = AskOwner(pgmap, page.Pfn);
            return answer == Errno.EOPNOTSUPP ? KillUsers(page, pgmap) : answer;
        }
        finally
        {
            pgmap.Put();
        }
    }

    /// <summary>The reference that came with the call (<c>MF_COUNT_INCREASED</c>), which no parameter stands for.</summary>
    [TrustedContract]
    public static void PutCallersReference(PhysicalMemory memory, Pfn pfn) => memory.PfnToPage(pfn)?.Put();

    private static Errno AskOwner(PgMap pgmap, Pfn pfn)
    {
        if (pgmap.Ops.MemoryFailure is { } handle)
        {
            return handle(pgmap, pfn, 1);
        }

        return pgmap.Device is DaxDevice device ? device.NotifyFailure(pfn - pgmap.Start, 1, MemoryFailureFlags.None) : Errno.EOPNOTSUPP;
    }

    /// <summary>Who uses the page gets a signal with the next touch (<c>mf_generic_kill_procs</c>).</summary>
    private static Errno KillUsers([UncountedRef] Page page, PgMap pgmap)
    {
        if (pgmap.Type is MemoryType.Private or MemoryType.Coherent)
        {
            return Errno.ENXIO;
        }

        Page head = page.Head;
        if (head.File is not { } file && head.ShareCount == 0)
        {
            return pgmap.Type == MemoryType.PciP2PDma ? Errno.ENXIO : Errno.EBUSY;
        }

        page.SetFlag(PageFlags.HwPoison);
        FrameUnmapper.Unmap(page, leaveError: false);
        return Errno.None;
    }
}
