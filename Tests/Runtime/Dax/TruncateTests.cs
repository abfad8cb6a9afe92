using System;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Runtime.Dax;

public sealed class TruncateTests
{
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(30);

    [Theory]
    [MemberData(nameof(Machine.EraNames), MemberType = typeof(Machine))]
    public void Mapped_AndHeldByNobody_GoesThrough(string era)
    {
        (DaxFile file, AddressSpace space, Vma vma) = MapFile(era);
        space.WriteByte(vma.Start, 9);

        Assert.Equal(Errno.None, file.Truncate(0, TimeSpan.Zero));

        Assert.Equal(0, file.PageCount);
        Assert.Equal(8, file.Device.FreeBlocks);
        Assert.Equal(Errno.EFAULT, space.ReadByte(vma.Start, out _));
    }

    [Fact]
    public void FreedBlocks_AreEmptyForTheNextFile()
    {
        (DaxFile file, AddressSpace space, Vma vma) = MapFile(nameof(Era.Linux615));
        space.WriteByte(vma.Start, 9);
        file.Truncate(0, TimeSpan.Zero);

        Page page = Machine.CreateFile(file.Device, 1).GetPage(0)!;

        Assert.Equal(Machine.DeviceStart, page.Pfn);
        Assert.Equal(0, page.ReadByte(0));
    }

    [Theory]
    [MemberData(nameof(Machine.EraNames), MemberType = typeof(Machine))]
    public void HeldPage_EvenOutsideTheCut_KeepsTheLength(string era)
    {
        (DaxFile file, AddressSpace space, Vma vma) = MapFile(era);
        var pages = new Page[1];
        Assert.Equal(1, space.PinUserPages(vma.Start, 1, GupFlags.None, pages));

        Assert.Equal(Errno.ERESTARTSYS, file.Truncate(2, TimeSpan.Zero));
        Assert.Equal(Errno.ETIMEDOUT, file.Truncate(2, TimeSpan.FromMilliseconds(20)));

        Assert.Equal(4, file.PageCount);
        Assert.True(space.PageTable.Lookup(vma.Start).IsNone);
        space.UnpinUserPages(pages, 1);
        Assert.Equal(Errno.None, file.Truncate(2, TimeSpan.Zero));
        Assert.Equal(2, file.PageCount);
    }

    [Theory]
    [MemberData(nameof(Machine.EraNames), MemberType = typeof(Machine))]
    public void HeldPage_WithoutAnyMapping_IsWaitedFor(string era)
    {
        (DaxFile file, AddressSpace space, Vma vma) = MapFile(era);
        Page page = file.GetPage(0)!;
        space.Unmap(vma);

        Assert.Equal(Errno.ERESTARTSYS, file.Truncate(0, TimeSpan.Zero));

        page.Put();
        Assert.Equal(Errno.None, file.Truncate(0, TimeSpan.Zero));
    }

    [Theory]
    [MemberData(nameof(Machine.EraNames), MemberType = typeof(Machine))]
    public async Task Unpin_LetsTheWaitingTruncateGoOn(string era)
    {
        (DaxFile file, AddressSpace space, Vma vma) = MapFile(era);
        var pages = new Page[1];
        space.PinUserPages(vma.Start, 1, GupFlags.None, pages);
        Task<Errno> truncate = Task.Run(() => file.Truncate(0, Enough));
        SpinWait.SpinUntil(() => space.PageTable.Lookup(vma.Start).IsNone, Enough);
        Assert.False(truncate.IsCompleted);

        // The holder may use the file meanwhile; the mapping that comes back is taken away once more.
        Assert.Equal(Errno.None, space.ReadByte(vma.Start, out _));
        space.UnpinUserPages(pages, 1);

        Assert.Equal(Errno.None, await truncate);
        Assert.True(space.PageTable.Lookup(vma.Start).IsNone);
    }

    [Fact]
    public void Cancellation_Interrupts_AndKeepsTheLength()
    {
        (DaxFile file, _, _) = MapFile(nameof(Era.Linux615));
        Page page = file.GetPage(3)!;
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));

        Assert.Equal(Errno.ERESTARTSYS, file.Truncate(0, Timeout.InfiniteTimeSpan, cancellation.Token));

        Assert.Equal(4, file.PageCount);
        page.Put();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    public void LengthThatIsNoShorter_IsEINVAL(int pages)
    {
        (DaxFile file, _, _) = MapFile(nameof(Era.Linux615));

        Assert.Equal(Errno.EINVAL, file.Truncate(pages, TimeSpan.Zero));
    }

    private static (DaxFile File, AddressSpace Space, Vma Vma) MapFile(string era)
    {
        var memory = new PhysicalMemory(8, Machine.EraOf(era));
        DaxFile file = Machine.CreateFile(memory, 4);
        var space = new AddressSpace(memory);
        return (file, space, file.Map(space, 4));
    }
}
