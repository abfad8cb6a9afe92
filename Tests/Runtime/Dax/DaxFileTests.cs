using System;
using Xunit;

namespace Devmap.Tests.Runtime.Dax;

public sealed class DaxFileTests
{
    private readonly PhysicalMemory _memory = new(ramPages: 8);

    [Fact]
    public void CreateFile_TakesBlocksFromTheDevice()
    {
        var device = new DaxDevice(Machine.MapDevice(_memory, pages: 8));

        DaxFile file = Machine.CreateFile(device, 5);

        Assert.Equal(5, file.PageCount);
        Assert.Equal(3, device.FreeBlocks);
        Assert.Null(device.CreateFile(4, out Errno noSpace));
        Assert.Equal(Errno.ENOSPC, noSpace);
        Assert.Null(device.CreateFile(-1, out Errno invalid));
        Assert.Equal(Errno.EINVAL, invalid);
    }

    [Theory]
    [InlineData(nameof(Era.Linux515), 2, 1)]
    [InlineData(nameof(Era.Linux61), 2, 1)]
    [InlineData(nameof(Era.Linux615), 1, 0)]
    public void GetPage_BringsAnIdlePageToLife(string era, int held, int idle)
    {
        var memory = new PhysicalMemory(0, Machine.EraOf(era));
        DaxFile file = Machine.CreateFile(memory);
        long pgmapReferences = file.Device.PgMap.RefCount;

        Page page = file.GetPage(1)!;

        Assert.Equal(held, page.RefCount);
        Assert.Equal(Machine.DeviceStart + 1, page.Pfn);
        page.WriteByte(0, 4);
        page.Put();
        Assert.Equal(idle, page.RefCount);
        Assert.Equal(pgmapReferences, file.Device.PgMap.RefCount);
        Assert.Throws<ReferenceCountException>(page.Put);
        Assert.Equal(idle, page.RefCount);
    }

    [Fact]
    public void Content_StaysWhenNobodyHoldsThePage()
    {
        DaxFile file = Machine.CreateFile(_memory);
        Page page = file.GetPage(0)!;
        page.WriteByte(1, 55);
        page.Put();

        var space = new AddressSpace(_memory);
        Vma vma = file.Map(space, 1);

        Assert.Equal(Errno.None, space.ReadByte(vma.Start + 1, out byte value));
        Assert.Equal(55, value);
    }

    [Fact]
    public void Page_KnowsItsFile_UntilItIsCutOff()
    {
        DaxFile file = Machine.CreateFile(_memory);
        Page page = file.GetPage(0)!;
        Assert.Same(file, page.Mapping);
        page.Put();
        Assert.Throws<ReferenceCountException>(() => page.Mapping);

        Assert.Equal(Errno.None, file.Truncate(0, TimeSpan.Zero));
        PgMap held = _memory.GetDevPagemap(page.Pfn)!;
        Assert.Null(page.Mapping);
        held.Put();
    }

    [Fact]
    public void GetPage_BeyondTheEnd_IsNull()
    {
        DaxFile file = Machine.CreateFile(_memory);

        Assert.Null(file.GetPage(4));
        Assert.Null(file.GetPage(-1));
    }

    [Theory]
    [InlineData(nameof(Era.Linux515), 1, 0)]
    [InlineData(nameof(Era.Linux61), 1, 0)]
    [InlineData(nameof(Era.Linux615), 2, 2)]
    public void TwoMappings_OfOnePage(string era, int refCount, int mapCount)
    {
        var memory = new PhysicalMemory(8, Machine.EraOf(era));
        DaxFile file = Machine.CreateFile(memory);
        var space = new AddressSpace(memory);
        Vma first = file.Map(space, 1);
        Vma second = file.Map(new AddressSpace(memory), 1);

        Assert.Equal(Errno.None, first.Space.WriteByte(first.Start, 6));
        Assert.Equal(Errno.None, second.Space.ReadByte(second.Start, out byte value));

        Page page = Machine.PageOf(memory, 0);
        Assert.Equal(6, value);
        Assert.Equal((refCount, mapCount), (page.RefCount, page.MapCount));

        file.UnmapAll();
        Assert.Equal(memory.Era == Era.Linux615 ? 0 : 1, page.RefCount);
        Assert.True(space.PageTable.Lookup(first.Start).IsNone);
        Assert.Equal(0, space.ResidentPages + second.Space.ResidentPages);
    }

    [Fact]
    public void TouchBeyondTheEnd_IsASignal()
    {
        DaxFile file = Machine.CreateFile(_memory);
        var space = new AddressSpace(_memory);
        Vma vma = file.Map(space, 5);

        Assert.Equal(VmFaultResult.SigBus, space.Fault(vma.End - 1, isWrite: false));
    }

    [Theory]
    [MemberData(nameof(Machine.EraNames), MemberType = typeof(Machine))]
    public void PrivateMapping_IsCopiedOnWrite(string era)
    {
        var memory = new PhysicalMemory(8, Machine.EraOf(era));
        DaxFile file = Machine.CreateFile(memory);
        var space = new AddressSpace(memory);
        Vma vma = file.Map(space, 1, VmFlags.Read | VmFlags.Write);
        space.ReadByte(vma.Start, out _);

        Assert.Equal(Errno.None, space.WriteByte(vma.Start, 1));

        Page page = Machine.PageOf(memory, 0);
        Assert.Equal((memory.Era == Era.Linux615 ? 0 : 1, 0), (page.RefCount, page.MapCount));
        Assert.True(vma.NormalPage(vma.Start)!.IsAnonymous);
        Assert.Equal(1, space.ResidentPages);
    }

    [Fact]
    public void Kill_EndsNewUse_AndTouchesNothingThatExists()
    {
        DaxFile file = Machine.CreateFile(_memory);
        var space = new AddressSpace(_memory);
        Vma vma = file.Map(space, 2);
        space.WriteByte(vma.Start, 3);

        file.Device.Kill();

        Assert.False(file.Device.IsAlive);
        Assert.Null(file.GetPage(0));
        Assert.Equal(Errno.None, space.ReadByte(vma.Start, out _));
        Assert.Equal(Errno.EFAULT, space.ReadByte(vma.End - 1, out _));
        Assert.Null(file.Device.CreateFile(1, out Errno error));
        Assert.Equal(Errno.ENXIO, error);
    }

    [Fact]
    public void Device_OnOtherMemory_Throws()
    {
        PgMap pgmap = Machine.MapDevice(_memory, MemoryType.Generic);

        Assert.Throws<ArgumentException>(() => new DaxDevice(pgmap));
    }

    [Fact]
    public void Map_IntoAnotherMachine_Throws()
    {
        DaxFile file = Machine.CreateFile(_memory);

        Assert.Throws<ArgumentException>(() => file.Map(new AddressSpace(new PhysicalMemory()), 1));
    }
}
