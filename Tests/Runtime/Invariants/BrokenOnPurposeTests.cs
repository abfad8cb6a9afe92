using System;
using Xunit;

namespace Devmap.Tests.Runtime.Invariants;

/// <summary>Each invariant, broken on purpose, is told by its name; not watched, nothing is told.</summary>
public sealed class BrokenOnPurposeTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void I1_EntryWithoutReference(bool isWatched)
    {
        Watched machine = Watch(Invariant.I1, isWatched, Era.Linux515);
        Vma vma = machine.CreateFile().Map(machine.Space, 1);
        Assert.Equal(Errno.None, machine.Space.WriteByte(vma.Start, 1));

        machine.Memory.Checks.Verify();

        AssertBreach(machine, Invariant.I1, isWatched, Machine.DeviceStart);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void I2_CountBelowWhatIsKnown(bool isWatched)
    {
        Watched machine = Watch(Invariant.I2, isWatched);
        Vma vma = machine.CreateFile().Map(machine.Space, 1);
        Assert.Equal(Errno.None, machine.Space.WriteByte(vma.Start, 1));

        // A stray write takes the mapping's reference for an ordinary one.
        Machine.PageOf(machine.Memory, 0).Corrupt(new PageCounts(PageCounts.OneReference));
        machine.Memory.Checks.Verify();

        AssertBreach(machine, Invariant.I2, isWatched, Machine.DeviceStart);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void I3_RangeGoneUnderAnEntry(bool isWatched)
    {
        Watched machine = Watch(Invariant.I3, isWatched, Era.Linux61);
        DaxFile file = machine.CreateFile();
        Vma vma = file.Map(machine.Space, 1);
        Assert.Equal(Errno.None, machine.Space.WriteByte(vma.Start, 1));
        Assert.True(file.Device.Unbind(TimeSpan.Zero).IsComplete);

        machine.Memory.Checks.Verify();

        AssertBreach(machine, Invariant.I3, isWatched, pfn: null);
    }

    [Fact]
    public void I3_BulkRelease_GoesUnderAPin()
    {
        var machine = new Watched(Invariant.I3, Era.Linux61, KernelDefects.BulkPgMapRelease);
        DaxFile file = machine.CreateFile();
        Page page = file.GetPage(0)!;

        Assert.True(file.Device.Unbind(TimeSpan.Zero).IsComplete);

        Assert.Same(page, machine.SingleBreach.Page);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void I4_RevivedWithoutTheEntryLock(bool isWatched)
    {
        Watched machine = Watch(Invariant.I4, isWatched);
        machine.CreateFile();

        Machine.PageOf(machine.Memory, 0).AddReference(new object());

        AssertBreach(machine, Invariant.I4, isWatched, Machine.DeviceStart);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void I5_EntryBeforeReference(bool isWatched)
    {
        Watched machine = Watch(Invariant.I5, isWatched, defects: KernelDefects.EntryBeforeReference);
        Vma vma = machine.CreateFile().Map(machine.Space, 1);

        Assert.Equal(Errno.None, machine.Space.WriteByte(vma.Start, 1));

        AssertBreach(machine, Invariant.I5, isWatched, Machine.DeviceStart);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void I6_PutOfAPin(bool isWatched)
    {
        Watched machine = Watch(Invariant.I6, isWatched);
        Vma vma = machine.CreateFile().Map(machine.Space, 1);
        var pages = new Page[1];
        Assert.Equal(1, machine.Space.PinUserPages(vma.Start, 1, GupFlags.None, pages));

        var thrown = Assert.Throws<ReferenceCountException>(pages[0].Put);

        Assert.Equal(Invariant.I6, thrown.Breach!.Invariant);
        AssertBreach(machine, Invariant.I6, isWatched, Machine.DeviceStart);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void I7_CachedRangeThatNobodyHolds(bool isWatched)
    {
        Watched machine = Watch(Invariant.I7, isWatched);
        PgMap pgmap = machine.CreateFile().Device.PgMap;
        PgMap found = machine.Memory.GetDevPagemap(pgmap.Start)!;
        found.Put();

        Assert.Throws<ReferenceCountException>(() => machine.Memory.GetDevPagemap(pgmap.Start, found));

        AssertBreach(machine, Invariant.I7, isWatched, pfn: null);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void I8_PageOfADyingRange(bool isWatched)
    {
        Watched machine = Watch(Invariant.I8, isWatched);
        PgMap pgmap = Machine.MapDevice(machine.Memory, MemoryType.Private, ops: Machine.CompleteOps());
        Page held = Machine.PageOf(machine.Memory, 1);
        held.InitZoneDevice();
        Assert.False(machine.Memory.MemUnmapPages(pgmap, TimeSpan.Zero).IsComplete);

        Assert.Throws<ReferenceCountException>(() => Machine.PageOf(machine.Memory, 0).InitZoneDevice());

        AssertBreach(machine, Invariant.I8, isWatched, Machine.DeviceStart);
        held.Put();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void I9_LongTermPinOfFsDax(bool isWatched)
    {
        Watched machine = Watch(Invariant.I9, isWatched, defects: KernelDefects.LongTermPinsOfFsDax);
        Vma vma = machine.CreateFile().Map(machine.Space, 1);

        Assert.Equal(1, machine.Space.PinUserPages(vma.Start, 1, GupFlags.LongTerm, new Page[1]));

        AssertBreach(machine, Invariant.I9, isWatched, Machine.DeviceStart);
    }

    [Fact]
    public void I9_BlocksFreedUnderAPin_WhenTheFileIsEvicted()
    {
        var machine = new Watched(Invariant.I9, Era.Linux61);
        DaxFile file = machine.CreateFile();
        Page page = file.GetPage(0)!;

        Assert.Equal(Errno.None, file.Evict(TimeSpan.Zero));

        Assert.Same(page, machine.SingleBreach.Page);
    }

    [Fact]
    public void I9_UnmappedFile_IsTakenForIdle()
    {
        var machine = new Watched(Invariant.I9, Era.Linux61, KernelDefects.UnmappedFilesAreIdle);
        DaxFile file = machine.CreateFile();
        Page page = file.GetPage(0)!;

        Assert.Equal(Errno.None, file.Truncate(0, TimeSpan.Zero));

        Assert.Same(page, machine.SingleBreach.Page);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void I10_OwnerToldTwice(bool isWatched)
    {
        Watched machine = Watch(Invariant.I10, isWatched);
        PgMap pgmap = Machine.MapDevice(machine.Memory, MemoryType.PciP2PDma);
        Page page = Machine.PageOf(machine.Memory, 0);
        page.InitZoneDevice();
        page.Put();

        using (new HeldRange(machine.Memory, pgmap))
        {
            pgmap.Reference.Get();
            machine.Memory.Era.FreeZoneDevicePage(page, pgmap);
        }

        AssertBreach(machine, Invariant.I10, isWatched, Machine.DeviceStart);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void I11_PageThatDoesNotKnowItsFile(bool isWatched)
    {
        Watched machine = Watch(Invariant.I11, isWatched);
        DaxFile file = machine.CreateFile();
        DaxFile other = Machine.CreateFile(file.Device, 1);
        Vma vma = file.Map(machine.Space, 1);
        Page page = other.GetPage(0)!;

        Assert.Equal(Errno.None, vma.InsertPage(vma.Start, page));

        AssertBreach(machine, Invariant.I11, isWatched, page.Pfn);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void I12_TailWithACountOfItsOwn(bool isWatched)
    {
        Watched machine = Watch(Invariant.I12, isWatched);
        Page head = machine.Memory.AllocPages(2)!;

        head.Folio.PageAt(3).Corrupt(new PageCounts(PageCounts.OneReference));
        machine.Memory.Checks.Verify();

        AssertBreach(machine, Invariant.I12, isWatched, head.Pfn + 3);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void I13_ForeignPage(bool isWatched)
    {
        Watched machine = Watch(Invariant.I13, isWatched);
        Machine.MapDevice(machine.Memory, MemoryType.Private, ops: Machine.CompleteOps());
        Page page = Machine.PageOf(machine.Memory, 0);
        page.InitZoneDevice();

        page.GetDriverData(owner: this);

        AssertBreach(machine, Invariant.I13, isWatched, page.Pfn);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void I14_RangeLeakedByAFailedPin(bool isWatched)
    {
        Watched machine = Watch(Invariant.I14, isWatched, Era.Linux515, KernelDefects.LeakPgMapOnFailedGrab);
        Vma vma = machine.CreateFile().Map(machine.Space, 1);
        Assert.Equal(Errno.None, machine.Space.WriteByte(vma.Start, 1));
        Machine.PageOf(machine.Memory, 0).Corrupt(new PageCounts(PageCounts.Full));

        Assert.Equal(-(int)Errno.ENOMEM, machine.Space.PinUserPages(vma.Start, 1, GupFlags.None, new Page[1]));

        AssertBreach(machine, Invariant.I14, isWatched, pfn: null);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void I15_EntryAfterKill(bool isWatched)
    {
        Watched machine = Watch(Invariant.I15, isWatched);
        DaxFile file = machine.CreateFile();
        Vma vma = file.Map(machine.Space, 1);
        Page page = file.GetPage(0)!;
        file.Device.Kill();

        Assert.Equal(Errno.None, vma.InsertPage(vma.Start, page));

        AssertBreach(machine, Invariant.I15, isWatched, page.Pfn);
    }

    // Not watched means: all others are.
    private static Watched Watch(Invariant invariant, bool isWatched, Era? era = null, KernelDefects defects = KernelDefects.None)
    {
        var machine = new Watched(invariant, era, defects);
        if (!isWatched)
        {
            machine.Memory.Checks.EnableAll();
            machine.Memory.Checks.Disable(invariant);
        }

        return machine;
    }

    private static void AssertBreach(Watched machine, Invariant invariant, bool isWatched, Pfn? pfn)
    {
        Assert.Equal(isWatched, machine.BreachesOf(invariant) > 0);
        if (isWatched)
        {
            InvariantBreach breach = machine.Memory.Checks.Breaches[0];
            Assert.Equal(pfn, breach.Page?.Pfn);
            Assert.StartsWith($"{invariant}: ", breach.ToString());
        }
    }

    private sealed class HeldRange : IDisposable
    {
        private readonly PgMap _pgmap;

        public HeldRange(PhysicalMemory memory, PgMap pgmap) => _pgmap = memory.GetDevPagemap(pgmap.Start)!;

        public void Dispose() => _pgmap.Put();
    }
}
