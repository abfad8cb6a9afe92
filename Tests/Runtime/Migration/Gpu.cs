using System.Collections.Generic;
using Xunit;

namespace Devmap.Tests.Runtime.Migration;

/// <summary>A driver with memory of its own that the CPU cannot reach.</summary>
internal sealed class Gpu
{
    private readonly Stack<Pfn> _free = new();

    public Gpu(PhysicalMemory memory, int pages = 4)
    {
        Memory = memory;
        PgMap = memory.MemRemapPages(
            MemoryType.Private,
            Machine.DeviceStart,
            pages,
            out Errno error,
            new PgMapOps { FolioFree = page => _free.Push(page.Pfn), MigrateToRam = BringBack },
            owner: this)!;
        Assert.Equal(Errno.None, error);
        for (int i = pages - 1; i >= 0; i--)
        {
            _free.Push(Machine.DeviceStart + i);
        }
    }

    public PhysicalMemory Memory { get; }

    public PgMap PgMap { get; }

    public int FreePages => _free.Count;

    /// <summary>The count of the page as the last fault on it saw it.</summary>
    public int CountDuringFault { get; private set; }

    /// <returns>How many pages have moved.</returns>
    public int Take(Vma vma, int count)
    {
        using MigrateVma? migration = MigrateVma.Setup(vma, vma.Start, count, MigrateSelect.System, null, out Errno error);
        Assert.Equal(Errno.None, error);
        for (int i = 0; i < count; i++)
        {
            if (migration!.SourceAt(i) is not null)
            {
                Page page = Memory.PfnToPage(_free.Pop())!;
                page.InitZoneDevice();
                migration.SetDestination(i, page);
            }
        }

        return migration!.Moving;
    }

    private VmFaultResult BringBack(VmFault fault, Page page)
    {
        CountDuringFault = page.RefCount;
        using MigrateVma? migration = MigrateVma.Setup(fault, page, owner(), out Errno error);
        Assert.Equal(Errno.None, error);
        if (migration!.SourceAt(0) is null)
        {
            return VmFaultResult.SigBus;
        }

        migration.SetDestination(0, Memory.AllocPage()!);
        return VmFaultResult.None;

        object owner() => this;
    }
}
