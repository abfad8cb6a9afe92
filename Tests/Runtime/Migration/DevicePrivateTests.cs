using System;
using Xunit;

namespace Devmap.Tests.Runtime.Migration;

public sealed class DevicePrivateTests
{
    [Theory]
    [MemberData(nameof(Machine.EraNames), MemberType = typeof(Machine))]
    public void ToTheDevice_AndBackWithTheFirstTouch(string era)
    {
        (PhysicalMemory memory, Gpu gpu, AddressSpace space, Vma vma) = Start(era);
        space.WriteByte(vma.Start, 42);

        Assert.Equal(1, gpu.Take(vma, 2));

        Assert.True(space.PageTable.Lookup(vma.Start).IsDevicePrivate);
        Assert.Equal(8, memory.FreePages);
        Assert.Equal(3, gpu.FreePages);
        Assert.Equal(Errno.None, space.ReadByte(vma.Start, out byte value));
        Assert.Equal(42, value);
        Assert.Equal(7, memory.FreePages);
        Assert.Equal(4, gpu.FreePages);
        Assert.True(space.PageTable.Lookup(vma.Start).IsPresent);
        space.Unmap(vma);
        memory.MemUnmapPages(gpu.PgMap);
    }

    [Theory]
    [InlineData(nameof(Era.Linux515), 2)]
    [InlineData(nameof(Era.Linux61), 2)]
    [InlineData(nameof(Era.Linux615), 2)]
    public void FaultHoldsThePage_SinceSixOne(string era, int expected)
    {
        (_, Gpu gpu, AddressSpace space, Vma vma) = Start(era);
        space.WriteByte(vma.Start, 1);
        gpu.Take(vma, 1);

        space.ReadByte(vma.Start, out _);

        // v5.15: one idle, one of the entry. Later: one of the entry, one of the fault.
        Assert.Equal(expected, gpu.CountDuringFault);
    }

    [Fact]
    public void PinnedPage_Stays()
    {
        (_, Gpu gpu, AddressSpace space, Vma vma) = Start(nameof(Era.Linux615));
        var pages = new Page[1];
        Assert.Equal(1, space.PinUserPages(vma.Start, 1, GupFlags.Write, pages));

        Assert.Equal(0, gpu.Take(vma, 1));

        Assert.True(space.PageTable.Lookup(vma.Start).IsPresent);
        space.UnpinUserPages(pages, 1);
        Assert.Equal(1, gpu.Take(vma, 1));
    }

    [Fact]
    public void WithoutDestination_ThePageComesBack()
    {
        (PhysicalMemory memory, _, AddressSpace space, Vma vma) = Start(nameof(Era.Linux615));
        space.WriteByte(vma.Start, 7);
        Pte before = space.PageTable.Lookup(vma.Start);

        using (MigrateVma migration = MigrateVma.Setup(vma, vma.Start, 1, MigrateSelect.System, null, out _)!)
        {
            Assert.True(space.PageTable.Lookup(vma.Start).IsMigration);
            Assert.Equal(1, migration.SourceAt(0)!.RefCount);
        }

        Assert.Equal(before, space.PageTable.Lookup(vma.Start));
        Assert.Equal(1, memory.PfnToPage(before.Pfn)!.RefCount);
        Assert.Equal(1, space.ResidentPages);
    }

    [Theory]
    [MemberData(nameof(Machine.EraNames), MemberType = typeof(Machine))]
    public void Fork_SharesPagesAtTheDevice(string era)
    {
        (_, Gpu gpu, AddressSpace space, Vma vma) = Start(era);
        space.WriteByte(vma.Start, 9);
        gpu.Take(vma, 1);
        Page page = Machine.PageOf(gpu.Memory, 0);

        AddressSpace child = space.Fork();

        Assert.Equal(2, page.MapCount);
        child.UnmapEverything();
        space.UnmapEverything();
        Assert.Equal(4, gpu.FreePages);
    }

    [Theory]
    [InlineData(VmFlags.Io)]
    [InlineData(VmFlags.PfnMap)]
    [InlineData(VmFlags.MixedMap)]
    public void SpecialMemory_IsEINVAL(VmFlags flag)
    {
        (_, _, AddressSpace space, _) = Start(nameof(Era.Linux615));
        Vma special = space.Map(1, VmFlags.Read | flag);

        Assert.Null(MigrateVma.Setup(special, special.Start, 1, MigrateSelect.System, null, out Errno error));

        Assert.Equal(Errno.EINVAL, error);
    }

    [Fact]
    public void FsDax_IsEINVAL_AndForeignPagesStay()
    {
        var memory = new PhysicalMemory(8);
        var space = new AddressSpace(memory);
        Vma dax = Machine.CreateFile(memory).Map(space, 1);
        Assert.Null(MigrateVma.Setup(dax, dax.Start, 1, MigrateSelect.System, null, out Errno error));
        Assert.Equal(Errno.EINVAL, error);

        (_, Gpu gpu, AddressSpace other, Vma vma) = Start(nameof(Era.Linux615));
        other.WriteByte(vma.Start, 1);
        gpu.Take(vma, 1);
        using MigrateVma migration = MigrateVma.Setup(vma, vma.Start, 1, MigrateSelect.DevicePrivate, pgmapOwner: this, out _)!;
        Assert.Null(migration.SourceAt(0));
    }

    [Fact]
    public void DeviceExclusive_IsTakenBackByTheCpu()
    {
        (_, _, AddressSpace space, Vma vma) = Start(nameof(Era.Linux615));
        Page page = space.MakeDeviceExclusive(vma.Start, out Errno error)!;
        Assert.Equal(Errno.None, error);
        Assert.Equal((2, 1), (page.RefCount, page.MapCount));
        Assert.True(space.PageTable.Lookup(vma.Start).IsDeviceExclusive);
        page.Unlock();
        page.Put();

        Assert.Equal(Errno.None, space.WriteByte(vma.Start, 3));

        Assert.True(space.PageTable.Lookup(vma.Start).IsPresent);
        Assert.Throws<KernelBugException>(page.Unlock);
    }

    private static (PhysicalMemory Memory, Gpu Gpu, AddressSpace Space, Vma Vma) Start(string era)
    {
        var memory = new PhysicalMemory(8, Machine.EraOf(era));
        var space = new AddressSpace(memory);
        return (memory, new Gpu(memory), space, space.Map(2, VmFlags.Read | VmFlags.Write));
    }
}
