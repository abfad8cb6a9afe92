using System;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Runtime.PgMaps;

public sealed class TeardownTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(30);

    private readonly PhysicalMemory _memory = new(ramPages: 16);

    [Theory]
    [MemberData(nameof(Machine.EraNames), MemberType = typeof(Machine))]
    public void IdleRange_GoesAtOnce(string era)
    {
        var memory = new PhysicalMemory(0, Machine.EraOf(era));
        PgMap pgmap = Machine.MapDevice(memory);
        Page page = Machine.PageOf(memory, 0);

        memory.MemUnmapPages(pgmap);

        Assert.True(pgmap.IsRemoved);
        Assert.Equal(0, pgmap.RefCount);
        Assert.Equal(0, page.RefCount);
        Assert.Null(memory.PfnToPage(page.Pfn));
        Assert.Throws<MemoryRemovedException>(() => page.ReadByte(0));
    }

    [Fact]
    public void RemovedRange_CanBeMappedAgain()
    {
        _memory.MemUnmapPages(Machine.MapDevice(_memory));

        PgMap second = Machine.MapDevice(_memory, MemoryType.Generic);

        Assert.Same(second, Machine.PageOf(_memory, 0).PgMap);
    }

    [Fact]
    public void HeldPage_IsNamed_WithWhatHoldsIt()
    {
        DaxFile file = Machine.CreateFile(_memory);
        PgMap pgmap = file.Device.PgMap;
        var space = new AddressSpace(_memory);
        Vma vma = file.Map(space, 1);
        var pages = new Page[1];
        Assert.Equal(1, space.PinUserPages(vma.Start, 1, GupFlags.None, pages));
        PgMap held = _memory.GetDevPagemap(pgmap.Start)!;

        TeardownResult result = _memory.MemUnmapPages(pgmap, Soon);

        Assert.False(result.IsComplete);
        Assert.Equal(Errno.ETIMEDOUT, result.Error);
        Assert.Equal(1, result.PgMapReferences);
        Assert.Equal(new OutstandingPage(pages[0].Pfn, References: 0, Pins: 1, Mappings: 1), Assert.Single(result.Pages));
        Assert.Contains("1 pins, 1 mappings", result.ToString());

        held.Put();
        space.UnpinUserPages(pages, 1);
        space.Unmap(vma);
        Assert.True(_memory.MemUnmapPages(pgmap, Enough).IsComplete);
    }

    [Fact]
    public void Cancellation_EndsTheWaiting()
    {
        DaxFile file = Machine.CreateFile(_memory);
        Page page = file.GetPage(0)!;
        using var cancellation = new CancellationTokenSource(Soon);

        TeardownResult result = _memory.MemUnmapPages(file.Device.PgMap, Timeout.InfiniteTimeSpan, cancellation.Token);

        Assert.Equal(Errno.ERESTARTSYS, result.Error);
        Assert.Equal(page.Pfn, Assert.Single(result.Pages).Pfn);
        page.Put();
    }

    [Theory]
    [MemberData(nameof(Machine.EraNames), MemberType = typeof(Machine))]
    public async Task LastPut_LetsTheWaitingTeardownGoOn(string era)
    {
        var memory = new PhysicalMemory(16, Machine.EraOf(era));
        DaxFile file = Machine.CreateFile(memory);
        Page page = file.GetPage(0)!;
        Task<TeardownResult> teardown = Task.Run(() => memory.MemUnmapPages(file.Device.PgMap, Enough));
        LetItFallAsleep(file.Device.PgMap);
        Assert.False(teardown.IsCompleted);

        page.Put();

        Assert.True((await teardown).IsComplete);
    }

    [Fact]
    public async Task PgMapPut_LetsTheWaitingTeardownGoOn()
    {
        PgMap pgmap = Machine.MapDevice(_memory);
        PgMap held = _memory.GetDevPagemap(pgmap.Start)!;
        Task<TeardownResult> teardown = Task.Run(() => _memory.MemUnmapPages(pgmap, Enough));
        LetItFallAsleep(pgmap);
        Assert.False(teardown.IsCompleted);

        held.Put();

        Assert.True((await teardown).IsComplete);
    }

    [Fact]
    public void CountedMapping_HoldsTheRange_UntilItIsShotDown()
    {
        DaxFile file = Machine.CreateFile(_memory);
        var space = new AddressSpace(_memory);
        Vma vma = file.Map(space, 1);
        Assert.Equal(Errno.None, space.WriteByte(vma.Start, 5));
        file.Device.Kill();

        Assert.False(_memory.MemUnmapPages(file.Device.PgMap, Soon).IsComplete);

        file.UnmapAll();
        Assert.True(_memory.MemUnmapPages(file.Device.PgMap, Enough).IsComplete);
        Assert.Equal(Errno.EFAULT, space.ReadByte(vma.Start, out _));
    }

    [Theory]
    [InlineData(nameof(Era.Linux515))]
    [InlineData(nameof(Era.Linux61))]
    public void UncountedMapping_HoldsNothing_AndLeadsToRemovedMemory(string era)
    {
        var memory = new PhysicalMemory(16, Machine.EraOf(era));
        DaxFile file = Machine.CreateFile(memory);
        var space = new AddressSpace(memory);
        Vma vma = file.Map(space, 1);
        Assert.Equal(Errno.None, space.WriteByte(vma.Start, 5));
        file.Device.Kill();

        Assert.True(memory.MemUnmapPages(file.Device.PgMap, Enough).IsComplete);

        Assert.True(space.PageTable.Lookup(vma.Start).IsPresent);
        var thrown = Assert.Throws<MemoryRemovedException>(() => space.ReadByte(vma.Start, out _));
        Assert.Equal(Machine.DeviceStart, thrown.Pfn);
    }

    [Fact]
    public void Twice_Throws()
    {
        PgMap pgmap = Machine.MapDevice(_memory);
        _memory.MemUnmapPages(pgmap);

        Assert.Throws<ReferenceCountException>(() => _memory.MemUnmapPages(pgmap));
    }

    [Fact]
    public void OnAnotherMachine_Throws()
    {
        PgMap pgmap = Machine.MapDevice(_memory);

        Assert.Throws<ArgumentException>(() => new PhysicalMemory().MemUnmapPages(pgmap));
        Assert.False(pgmap.IsDying);
    }

    /// <summary>The tests are right even if it does not, but then they do not see a wake-up that is missing.</summary>
    private static void LetItFallAsleep(PgMap pgmap)
    {
        Assert.True(SpinWait.SpinUntil(() => pgmap.IsDying, Enough));
        Thread.Sleep(50);
    }
}
