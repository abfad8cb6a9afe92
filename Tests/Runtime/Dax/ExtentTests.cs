using System;
using Xunit;

namespace Devmap.Tests.Runtime.Dax;

/// <summary>Holes, shared extents, sync faults, eviction and entries of 512 pages.</summary>
public sealed class ExtentTests
{
    [Theory]
    [MemberData(nameof(Machine.EraNames), MemberType = typeof(Machine))]
    public void PunchedHole_ReadsAsZeros_AndGetsABlockWithTheFirstWrite(string era)
    {
        (DaxFile file, AddressSpace space, Vma vma) = MapFile(era);
        space.WriteByte(vma.Start, 9);

        Assert.Equal(Errno.None, file.PunchHole(0, 1, TimeSpan.Zero));

        Assert.Equal((4, 5), (file.PageCount, file.Device.FreeBlocks));
        Assert.Equal(Errno.None, space.ReadByte(vma.Start, out byte value));
        Assert.Equal(0, value);
        Assert.False(file.IsAllocated(0));
        Assert.True(space.PageTable.Lookup(vma.Start).IsSpecial);
        Assert.Equal(Errno.None, space.WriteByte(vma.Start, 3));
        Assert.True(file.IsAllocated(0));
        Assert.Equal(4, file.Device.FreeBlocks);
    }

    [Fact]
    public void Hole_IsPinnedAsThePageOfZeros_WhichNobodyCounts()
    {
        (DaxFile file, AddressSpace space, Vma vma) = MapFile(nameof(Era.Linux615));
        file.PunchHole(0, 1, TimeSpan.Zero);
        var pages = new Page[1];

        Assert.Equal(1, space.PinUserPages(vma.Start, 1, GupFlags.None, pages));

        Assert.Equal(0, pages[0].PinCount);
        space.UnpinUserPages(pages, 1);
        Assert.Equal(Errno.None, file.Truncate(0, TimeSpan.Zero));
    }

    [Theory]
    [MemberData(nameof(Machine.EraNames), MemberType = typeof(Machine))]
    public void HeldPage_HoldsUpAHole(string era)
    {
        (DaxFile file, _, _) = MapFile(era);
        Page page = file.GetPage(0)!;

        Assert.Equal(Errno.ERESTARTSYS, file.PunchHole(2, 1, TimeSpan.Zero));

        Assert.Same(page, file.LayoutBusyPage());
        page.Put();
        Assert.Equal(Errno.None, file.BreakLayout(TimeSpan.Zero));
        Assert.Equal(Errno.EINVAL, file.PunchHole(3, 2, TimeSpan.Zero));
    }

    [Theory]
    [InlineData(nameof(Era.Linux515), Errno.None)]
    [InlineData(nameof(Era.Linux61), Errno.None)]
    [InlineData(nameof(Era.Linux615), Errno.ETIMEDOUT)]
    public void Eviction_WaitsSinceSixFifteen(string era, Errno expected)
    {
        (DaxFile file, AddressSpace space, Vma vma) = MapFile(era);
        Page page = file.GetPage(0)!;
        Assert.Equal(Errno.EBUSY, file.Evict(TimeSpan.Zero));
        space.Unmap(vma);

        Assert.Equal(expected, file.Evict(TimeSpan.FromMilliseconds(5)));

        page.Put();
        Assert.Equal(Errno.None, file.Evict(TimeSpan.Zero));
        Assert.Equal(8, file.Device.FreeBlocks);
    }

    [Theory]
    [MemberData(nameof(Machine.EraNames), MemberType = typeof(Machine))]
    public void Reflink_SharesUntilSomebodyWrites(string era)
    {
        (DaxFile file, AddressSpace space, Vma vma) = MapFile(era);
        space.WriteByte(vma.Start, 7);
        DaxFile clone = file.Reflink(out Errno error)!;
        Assert.Equal(Errno.None, error);
        Vma cloned = clone.Map(space, 4);

        Assert.Equal(Errno.None, space.ReadByte(vma.Start, out _));
        Page page = Held(file);
        Assert.Equal((1, null), (page.Share, page.Mapping));
        Assert.Equal(Errno.None, space.ReadByte(cloned.Start, out byte seen));
        Assert.Equal((7, 2), (seen, page.Share));

        Assert.Equal(Errno.None, space.WriteByte(cloned.Start, 8));

        Assert.NotEqual(page.Pfn, space.PageTable.Lookup(cloned.Start).Pfn);
        Assert.Equal(1, page.Share);
        Assert.Equal(Errno.None, space.ReadByte(vma.Start, out seen));
        Assert.Equal(7, seen);
        page.Put();
        space.UnmapEverything();
        Assert.Equal(Errno.None, file.Evict(TimeSpan.Zero));
        Assert.Equal(Errno.None, clone.Evict(TimeSpan.Zero));
        Assert.Equal(8, file.Device.FreeBlocks);
    }

    [Fact]
    public void SyncFault_SynchronisesBeforeTheEntryIsWritable()
    {
        (DaxFile file, AddressSpace space, _) = MapFile(nameof(Era.Linux615));
        file.PunchHole(0, 2, TimeSpan.Zero);
        Vma sync = file.Map(space, 2, VmFlags.Read | VmFlags.Write | VmFlags.Shared | VmFlags.Sync);
        Vma plain = file.Map(space, 2, pageOffset: 1);

        space.WriteByte(plain.Start, 1);
        Assert.Equal(0, file.SyncCount);
        space.WriteByte(sync.Start, 1);
        Assert.Equal(1, file.SyncCount);
        space.WriteByte(sync.Start, 2);
        Assert.Equal(1, file.SyncCount);
    }

    [Theory]
    [InlineData(nameof(Era.Linux515), 1024, 0)]
    [InlineData(nameof(Era.Linux61), 1024, 0)]
    [InlineData(nameof(Era.Linux615), 512, 1)]
    public void Huge_IsManyPagesOrOneFolio(string era, int pinned, int mappings)
    {
        var memory = new PhysicalMemory(8, Machine.EraOf(era));
        DaxFile file = Machine.CreateFile(new DaxDevice(Machine.MapDevice(memory, pages: 1024)), 512);
        var space = new AddressSpace(memory);
        Vma vma = file.Map(space, 512);
        Page first = Machine.PageOf(memory, 0);
        int idle = first.RefCount;

        Assert.Equal(Errno.None, space.WriteByte(vma.Start, 1));

        Assert.True(space.PageTable.LookupPmd(vma.Start).IsPresent);
        Assert.Equal((mappings, mappings == 1 ? 9 : 0), (first.MapCount, first.Folio.Order));
        var pages = new Page[512];
        Assert.Equal(512, space.PinUserPagesFast(vma.Start, 512, GupFlags.Write, pages));
        Assert.Equal(idle + mappings + pinned, first.RefCount);
        Assert.Equal(Errno.ERESTARTSYS, file.Truncate(0, TimeSpan.Zero));
        space.UnpinUserPages(pages, 512);

        // A part of it, and what is left comes back in single pages.
        Assert.Equal(Errno.None, file.Truncate(100, TimeSpan.Zero));
        Assert.Equal(idle, first.RefCount);
        Assert.False(first.IsHead);
        Assert.Equal(Errno.None, space.ReadByte(vma.Start, out byte value));
        Assert.Equal(1, value);
        Assert.True(space.PageTable.LookupPmd(vma.Start).IsNone);
    }

    private static Page Held(DaxFile file) => file.GetPage(0)!;

    private static (DaxFile File, AddressSpace Space, Vma Vma) MapFile(string era)
    {
        var memory = new PhysicalMemory(8, Machine.EraOf(era));
        DaxFile file = Machine.CreateFile(memory, 4);
        var space = new AddressSpace(memory);
        return (file, space, file.Map(space, 4));
    }
}
