using System;
using Devmap;
using Devmap.Contracts;

namespace FsDax2021;

/// <summary>A filesystem on persistent memory as it is today.</summary>
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

        Errno error = fault.Vma.InsertPage(fault.Address, page);
        page.Put();
        return error.ToVmFault();
    }

    /// <summary>Whether the file can be truncated now.</summary>
    public bool CanTruncate() => First is { } page && page.IsIdle;

    /// <summary>Takes the device away. While the file is mapped it has to wait; so the mappings go, and it is done.</summary>
    /// <param name="timeout">How long to wait for others.</param>
    /// <param name="waits">Told for whom it waits.</param>
    public TeardownResult Remove(TimeSpan timeout, Action<TeardownResult> waits)
    {
        _device.Kill();
        TeardownResult result = _memory.MemUnmapPages(_pgmap, TimeSpan.Zero);
        if (!result.IsComplete)
        {
            waits(result);
            _file.UnmapAll();
            result = _memory.MemUnmapPages(_pgmap, timeout);
        }

        return result;
    }
}
