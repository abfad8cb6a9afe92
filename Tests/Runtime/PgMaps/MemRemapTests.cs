using System;
using Xunit;

namespace Devmap.Tests.Runtime.PgMaps;

public sealed class MemRemapTests
{
    private readonly PhysicalMemory _memory = new(ramPages: 16);

    [Fact]
    public void FsDaxRange_HasPagesThatIdleAtZero()
    {
        PgMap pgmap = Machine.MapDevice(_memory, MemoryType.FsDax, pages: 600);

        Page first = Machine.PageOf(_memory, 0);
        Page last = Machine.PageOf(_memory, 599);
        Assert.Equal(0, first.RefCount);
        Assert.True(first.IsZoneDevice);
        Assert.Same(pgmap, last.PgMap);
        Assert.Null(_memory.PfnToPage(Machine.DeviceStart + 600));
        Assert.Equal(601, pgmap.RefCount);
        Assert.True(pgmap.Contains(last.Pfn));
        Assert.False(pgmap.Contains(last.Pfn + 1));
    }

    [Theory]
    [InlineData(nameof(Era.Linux515), MemoryType.Private, 1, 9)]
    [InlineData(nameof(Era.Linux515), MemoryType.FsDax, 1, 9)]
    [InlineData(nameof(Era.Linux515), MemoryType.Generic, 1, 9)]
    [InlineData(nameof(Era.Linux515), MemoryType.PciP2PDma, 1, 9)]
    [InlineData(nameof(Era.Linux61), MemoryType.Private, 0, 1)]
    [InlineData(nameof(Era.Linux61), MemoryType.Coherent, 0, 1)]
    [InlineData(nameof(Era.Linux61), MemoryType.FsDax, 1, 9)]
    [InlineData(nameof(Era.Linux61), MemoryType.Generic, 1, 9)]
    [InlineData(nameof(Era.Linux61), MemoryType.PciP2PDma, 1, 9)]
    [InlineData(nameof(Era.Linux615), MemoryType.Private, 0, 1)]
    [InlineData(nameof(Era.Linux615), MemoryType.Coherent, 0, 1)]
    [InlineData(nameof(Era.Linux615), MemoryType.FsDax, 0, 9)]
    [InlineData(nameof(Era.Linux615), MemoryType.Generic, 1, 9)]
    [InlineData(nameof(Era.Linux615), MemoryType.PciP2PDma, 0, 9)]
    public void IdleCounts_AreThoseOfTheEra(string era, MemoryType type, int pageCount, int pgmapCount)
    {
        var memory = new PhysicalMemory(0, Machine.EraOf(era));
        PgMap pgmap = Machine.MapDevice(memory, type, pages: 8, Machine.CompleteOps());

        Assert.Equal(pageCount, Machine.PageOf(memory, 0).RefCount);
        Assert.Equal(pgmapCount, pgmap.RefCount);
    }

    [Theory]
    [InlineData(MemoryType.FsDax, 0)]
    [InlineData(MemoryType.FsDax, -1)]
    [InlineData((MemoryType)0, 1)]
    [InlineData((MemoryType)6, 1)]
    [InlineData(MemoryType.Private, 1)]
    [InlineData(MemoryType.Coherent, 1)]
    public void WhatTheTypeRequires_IsMissing(MemoryType type, int count)
    {
        Assert.Null(_memory.MemRemapPages(type, Machine.DeviceStart, count, out Errno error));
        Assert.Equal(Errno.EINVAL, error);
    }

    [Fact]
    public void PrivateMemory_NeedsOwnerAndBothOps()
    {
        PgMapOps complete = Machine.CompleteOps();
        var noMigrate = new PgMapOps { FolioFree = complete.FolioFree };
        var noFree = new PgMapOps { MigrateToRam = complete.MigrateToRam };

        Assert.Null(_memory.MemRemapPages(MemoryType.Private, Machine.DeviceStart, 1, out Errno _, complete, owner: null));
        Assert.Null(_memory.MemRemapPages(MemoryType.Private, Machine.DeviceStart, 1, out Errno _, noMigrate, owner: this));
        Assert.Null(_memory.MemRemapPages(MemoryType.Private, Machine.DeviceStart, 1, out Errno _, noFree, owner: this));
        Assert.NotNull(_memory.MemRemapPages(MemoryType.Private, Machine.DeviceStart, 1, out Errno _, complete, owner: this));
    }

    [Fact]
    public void CoherentMemory_IsUnknownToLinux515()
    {
        var memory = new PhysicalMemory(0, Era.Linux515);

        Assert.Null(memory.MemRemapPages(MemoryType.Coherent, Machine.DeviceStart, 1, out Errno error, Machine.CompleteOps(), owner: this));
        Assert.Equal(Errno.EINVAL, error);
    }

    [Fact]
    public void RangeOverRam_IsENXIO()
    {
        Assert.Null(_memory.MemRemapPages(MemoryType.FsDax, new Pfn(15), 4, out Errno error));
        Assert.Equal(Errno.ENXIO, error);
    }

    [Fact]
    public void RangeOverAnotherRange_IsENOMEM_AndLeavesNothingBehind()
    {
        Machine.MapDevice(_memory, pages: 4);

        Assert.Null(_memory.MemRemapPages(MemoryType.FsDax, Machine.DeviceStart + -2, 3, out Errno error));
        Assert.Equal(Errno.ENOMEM, error);
        Assert.Null(_memory.PfnToPage(Machine.DeviceStart + -2));
    }

    [Fact]
    public void Page_TakesAsMuchAsTheKernelsStructPage()
    {
        const int Pages = 100_000;
        var memory = new PhysicalMemory(ramPages: 0);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Machine.MapDevice(memory, pages: Pages);

        // 64 bytes and a place in the table of frames.
        long perPage = (GC.GetAllocatedBytesForCurrentThread() - before) / Pages;
        Assert.InRange(perPage, 1, 64 + 9);
    }

    [Fact]
    public void FramesThatNoEntryCanHold_AreEINVAL()
    {
        Assert.Null(_memory.MemRemapPages(MemoryType.FsDax, new Pfn((1UL << 40) - 1), 2, out Errno error));
        Assert.Equal(Errno.EINVAL, error);
    }
}
