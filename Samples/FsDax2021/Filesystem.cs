using System;
using Devmap;
using Devmap.Contracts;

namespace FsDax2021;

/// <summary>A filesystem on persistent memory as it was in 2021.</summary>
public sealed class Filesystem : IFaultHandler
{
    private readonly PhysicalMemory _memory;
    private readonly PgMap _pgmap;
    private readonly DaxDevice _device;
    private readonly DaxFile _file;

    private Filesystem(PhysicalMemory memory, PgMap pgmap, DaxDevice device, DaxFile file)
    {
        _memory = memory;
        _pgmap = pgmap;
        _device = device;
        _file = file;
    }

    /// <summary>The first page of the file.</summary>
    [UncountedRef]
    public Page? First => _memory.PfnToPage(_pgmap.Start);

    /// <summary>Mounts a device with one file.</summary>
    public static Filesystem? Mount(PhysicalMemory memory, Pfn start, int pages)
    {
        if (memory.MemRemapPages(MemoryType.FsDax, start, pages, out _) is not { } pgmap)
        {
            return null;
        }

        var device = new DaxDevice(pgmap);
        return device.CreateFile(pages, out _) is { } file ? new Filesystem(memory, pgmap, device, file) : null;
    }

    /// <summary>Maps the file.</summary>
    public Vma Map(AddressSpace space) => _file.Map(space, _file.PageCount, handler: this);

    public VmFaultResult Fault(VmFault fault)
    {
        Page? page = _file.GetPage(fault.PageOffset);
        if (page is null)
        {
            return VmFaultResult.SigBus;
        }

        Errno error = fault.Vma.InsertMixed(fault.Address, page.Pfn); // DVM1004: the entry holds no reference
        page.Put();
        return error.ToVmFault();
    }

    /// <summary>Whether the file can be truncated now.</summary>
    public bool CanTruncate() => First is { } page && page.RefCount == 1; // DVM1006: idle is a count of 1

    /// <summary>Takes the device away.</summary>
    public TeardownResult Remove(TimeSpan timeout)
    {
        _device.Kill();
        return _memory.MemUnmapPages(_pgmap, timeout); // DVM1005: nobody takes the mappings away
    }
}
