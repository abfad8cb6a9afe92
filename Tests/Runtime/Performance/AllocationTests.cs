using System;
using Xunit;

namespace Devmap.Tests.Runtime.Performance;

/// <summary>Hot paths leave nothing to the garbage collector.</summary>
[Collection(nameof(Alone))]
public sealed class AllocationTests
{
    private const int Count = 512;

    [Theory]
    [MemberData(nameof(Machine.EraNames), MemberType = typeof(Machine))]
    public void FastPinOf512Pages_AllocatesNothing(string era)
    {
        var memory = new PhysicalMemory(0, Machine.EraOf(era));
        PgMap pgmap = Machine.MapDevice(memory, pages: Count);
        var space = new AddressSpace(memory);
        Vma vma = Machine.CreateFile(new DaxDevice(pgmap), Count).Map(space, Count);
        for (ulong address = vma.Start; address < vma.End; address += PhysicalMemory.PageSize)
        {
            space.WriteByte(address, 1);
        }

        var pages = new Page[Count];
        Assert.Equal(0, Allocated(() =>
        {
            int pinned = space.PinUserPagesFast(vma.Start, Count, GupFlags.Write, pages);
            space.UnpinUserPages(pages, pinned);
        }));
        Assert.NotNull(pages[Count - 1]);
    }

    [Fact]
    public void LookupGetAndPut_AllocateNothing()
    {
        var memory = new PhysicalMemory(0);
        Machine.MapDevice(memory);

        Assert.Equal(0, Allocated(() => memory.GetDevPagemap(Machine.DeviceStart)!.Put()));
    }

    private static long Allocated(Action work)
    {
        // What is made once is made in the first runs.
        for (int i = 0; i < 3; i++)
        {
            work();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
