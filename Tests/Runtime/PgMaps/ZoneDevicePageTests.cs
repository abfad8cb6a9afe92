using System;
using System.Collections.Generic;
using Xunit;

namespace Devmap.Tests.Runtime.PgMaps;

/// <summary>Pages that a driver hands out itself.</summary>
public sealed class ZoneDevicePageTests
{
    private readonly List<Page> _freed = new();

    [Theory]
    [InlineData(nameof(Era.Linux515), 2, 1, 0)]
    [InlineData(nameof(Era.Linux61), 1, 0, 1)]
    [InlineData(nameof(Era.Linux615), 1, 0, 1)]
    public void HandedOutAndGivenBack(string era, int inUse, int idle, int pgmapReferences)
    {
        var memory = new PhysicalMemory(0, Machine.EraOf(era));
        PgMap pgmap = MapPrivate(memory);
        long before = pgmap.RefCount;
        Page page = Machine.PageOf(memory, 0);

        page.InitZoneDevice();
        Assert.Equal(inUse, page.RefCount);
        Assert.Equal(before + pgmapReferences, pgmap.RefCount);

        page.Put();
        Assert.Equal(idle, page.RefCount);
        Assert.Equal(before, pgmap.RefCount);
        Assert.Equal(new[] { page }, _freed);
    }

    [Fact]
    public void InUse_CannotBeHandedOutAgain()
    {
        var memory = new PhysicalMemory(0);
        PgMap pgmap = MapPrivate(memory);
        Page page = Machine.PageOf(memory, 0);
        page.InitZoneDevice();

        Assert.Throws<ReferenceCountException>(page.InitZoneDevice);

        Assert.Equal(1, page.RefCount);
        Assert.Equal(2, pgmap.RefCount);
    }

    [Fact]
    public void DyingRange_HandsOutNothing()
    {
        var memory = new PhysicalMemory(0);
        PgMap pgmap = MapPrivate(memory);
        Page used = Machine.PageOf(memory, 0);
        used.InitZoneDevice();
        Assert.False(memory.MemUnmapPages(pgmap, TimeSpan.Zero).IsComplete);

        Assert.Throws<ReferenceCountException>(Machine.PageOf(memory, 1).InitZoneDevice);

        used.Put();
        Assert.True(memory.MemUnmapPages(pgmap, TimeSpan.Zero).IsComplete);
    }

    [Theory]
    [InlineData(MemoryType.FsDax)]
    [InlineData(MemoryType.Generic)]
    public void PagesOfOtherTypes_AreNotHandedOut(MemoryType type)
    {
        var memory = new PhysicalMemory(0);
        Machine.MapDevice(memory, type);

        Assert.Throws<KernelBugException>(Machine.PageOf(memory, 0).InitZoneDevice);
    }

    private PgMap MapPrivate(PhysicalMemory memory)
    {
        PgMapOps ops = Machine.CompleteOps();
        ops.FolioFree = _freed.Add;
        return Machine.MapDevice(memory, MemoryType.Private, ops: ops);
    }
}
