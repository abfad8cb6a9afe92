using System;
using Xunit;

namespace Devmap.Tests.Runtime.KernelHistory;

/// <summary>Rows 15, 15b and 16: a file went away, or was called idle, while its pages were pinned.</summary>
public sealed class EvictionTests
{
    /// <summary>Row 15, and row 16 for filesystems that forgot it: eviction has to wait for pins.</summary>
    [Theory]
    [InlineData(nameof(Era.Linux61), Errno.None)]
    [InlineData(nameof(Era.Linux615), Errno.ETIMEDOUT)]
    public void An_evicted_file_gives_its_blocks_back_when_nobody_holds_them(string era, Errno whilePinned)
    {
        var memory = new PhysicalMemory(16, Machine.EraOf(era));
        DaxFile file = Machine.CreateFile(memory);
        (AddressSpace space, Page[] pages) = PinAndUnmap(memory, file);

        Assert.Equal(whilePinned, file.Evict(TimeSpan.FromMilliseconds(20)));
        Assert.Equal(whilePinned == Errno.None, file.Device.FreeBlocks == file.Device.PgMap.PageCount);

        space.UnpinUserPages(pages, 1);
        if (whilePinned != Errno.None)
        {
            Assert.Equal(Errno.None, file.Evict(TimeSpan.FromSeconds(10)));
        }
    }

    /// <summary>Row 16: truncate without the final break gives up at the first busy page, and who ignores that loses the blocks.</summary>
    [Fact]
    public void A_filesystem_that_does_not_wait_at_eviction_is_told_that_a_page_is_held()
    {
        var memory = new PhysicalMemory(16);
        DaxFile file = Machine.CreateFile(memory);
        (AddressSpace space, Page[] pages) = PinAndUnmap(memory, file);

        Assert.Equal(Errno.ERESTARTSYS, file.Truncate(0, TimeSpan.Zero));
        Assert.Equal(4, file.PageCount);

        space.UnpinUserPages(pages, 1);
        Assert.Equal(Errno.None, file.Evict(TimeSpan.FromSeconds(10)));
    }

    /// <summary>Row 15b: pins outlive the mapping that they came from.</summary>
    [Fact]
    public void A_file_that_is_mapped_nowhere_may_be_busy()
    {
        var memory = new PhysicalMemory(16);
        DaxFile file = Machine.CreateFile(memory);
        (AddressSpace space, Page[] pages) = PinAndUnmap(memory, file);

        Assert.Null(BusyBefore(file));
        Assert.Same(pages[0], file.LayoutBusyPage());

        space.UnpinUserPages(pages, 1);
        Assert.Null(file.LayoutBusyPage());
    }

    private static Page? BusyBefore(DaxFile file) => file.IsMapped ? file.LayoutBusyPage() : null;

    private static (AddressSpace Space, Page[] Pages) PinAndUnmap(PhysicalMemory memory, DaxFile file)
    {
        var space = new AddressSpace(memory);
        Vma vma = file.Map(space, 1);
        var pages = new Page[1];
        Assert.Equal(1, space.PinUserPages(vma, vma.Start, 1, GupFlags.Write, pages));
        Assert.Equal(Errno.None, space.Unmap(vma));
        return (space, pages);
    }
}
