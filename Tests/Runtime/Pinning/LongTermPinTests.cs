using Devmap.Tests.Runtime.Mapping;
using Xunit;

namespace Devmap.Tests.Runtime.Pinning;

public sealed class LongTermPinTests
{
    private readonly Page[] _pages = new Page[4];

    [Theory]
    [MemberData(nameof(Machine.EraNames), MemberType = typeof(Machine))]
    public void FsDax_IsEOPNOTSUPP_InEveryEra(string era)
    {
        var memory = new PhysicalMemory(8, Machine.EraOf(era));
        var space = new AddressSpace(memory);
        Vma vma = Machine.CreateFile(memory).Map(space, 2);
        Assert.True(vma.IsFsDax);

        Assert.Equal(-(int)Errno.EOPNOTSUPP, space.PinUserPages(vma.Start, 2, GupFlags.LongTerm, _pages));
        Assert.Equal(-(int)Errno.EOPNOTSUPP, space.PinUserPages(vma, vma.Start, 2, GupFlags.LongTerm, _pages));
        Assert.Equal(2, space.PinUserPages(vma.Start, 2, GupFlags.None, _pages));
    }

    [Theory]
    [MemberData(nameof(Machine.EraNames), MemberType = typeof(Machine))]
    public void FsDax_ShortTerm_AddsTheBiasToTheMappedPage(string era)
    {
        var memory = new PhysicalMemory(8, Machine.EraOf(era));
        var space = new AddressSpace(memory);
        DaxFile file = Machine.CreateFile(memory);
        Vma vma = file.Map(space, 1);
        long pgmapReferences = file.Device.PgMap.RefCount;
        space.ReadByte(vma.Start, out _);
        Page page = Machine.PageOf(memory, 0);
        Assert.Equal(1, page.RefCount);

        Assert.Equal(1, space.PinUserPages(vma.Start, 1, GupFlags.None, _pages));

        Assert.Same(page, _pages[0]);
        Assert.Equal(1025, page.RefCount);
        Assert.Equal(pgmapReferences, file.Device.PgMap.RefCount);
        space.UnpinUserPages(_pages, 1);
        Assert.Equal(1, page.RefCount);
    }

    [Fact]
    public void RangeThatRunsIntoFsDax_GivesWhatCameBefore()
    {
        var memory = new PhysicalMemory(8);
        var space = new AddressSpace(memory);
        Vma ram = space.Map(1, VmFlags.Read | VmFlags.Write);
        Vma dax = Machine.CreateFile(memory).Map(space, 1);
        Assert.Equal(ram.End, dax.Start);

        Assert.Equal(1, space.PinUserPages(ram.Start, 2, GupFlags.LongTerm, _pages));
    }

    [Theory]
    [InlineData(MemoryType.FsDax, Errno.ENOMEM)]
    [InlineData(MemoryType.Coherent, Errno.EBUSY)]
    public void PageThatCannotStay_IsGivenBack(MemoryType type, Errno expected)
    {
        var memory = new PhysicalMemory(8);
        PgMap pgmap = Machine.MapDevice(memory, type, ops: Machine.CompleteOps());
        Page page = HoldOne(memory, pgmap);
        var space = new AddressSpace(memory);
        Vma vma = space.Map(1, VmFlags.Read | VmFlags.Shared, new Handlers.OnePage(page));

        Assert.Equal(-(int)expected, space.PinUserPages(vma.Start, 1, GupFlags.LongTerm, _pages));

        Assert.Equal(0, page.PinCount);
        Assert.Equal(1, space.PinUserPages(vma.Start, 1, GupFlags.None, _pages));
    }

    [Fact]
    public void DeviceDax_IsAllowed()
    {
        var memory = new PhysicalMemory(8);
        Machine.MapDevice(memory, MemoryType.Generic);
        var space = new AddressSpace(memory);
        Vma vma = space.Map(1, VmFlags.Read | VmFlags.Shared, new Handlers.OnePage(Machine.PageOf(memory, 0)));

        Assert.Equal(1, space.PinUserPages(vma.Start, 1, GupFlags.LongTerm, _pages));

        Assert.Equal(2 + 1024, _pages[0].RefCount);
    }

    [Theory]
    [InlineData(nameof(Era.Linux515))]
    [InlineData(nameof(Era.Linux61))]
    public void DevmapEntry_OfADyingRange_IsNotPinned(string era)
    {
        var memory = new PhysicalMemory(8, Machine.EraOf(era));
        var space = new AddressSpace(memory);
        DaxFile file = Machine.CreateFile(memory);
        Vma vma = file.Map(space, 1);
        space.ReadByte(vma.Start, out _);
        Page held = file.GetPage(1)!;
        Assert.False(memory.MemUnmapPages(file.Device.PgMap, System.TimeSpan.Zero).IsComplete);

        Assert.Equal(-(int)Errno.EFAULT, space.PinUserPages(vma.Start, 1, GupFlags.None, _pages));

        held.Put();
    }

    private static Page HoldOne(PhysicalMemory memory, PgMap pgmap)
    {
        if (pgmap.Type == MemoryType.FsDax)
        {
            return Machine.CreateFile(new DaxDevice(pgmap), 1).GetPage(0)!;
        }

        Page page = Machine.PageOf(memory, 0);
        page.InitZoneDevice();
        return page;
    }
}
