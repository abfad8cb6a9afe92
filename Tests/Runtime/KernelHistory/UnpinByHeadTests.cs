using System;
using Xunit;

namespace Devmap.Tests.Runtime.KernelHistory;

/// <summary>Row 42: what was pinned page by page was unpinned by the first page.</summary>
public sealed class UnpinByHeadTests
{
    [Fact]
    public void Each_page_is_unpinned_by_itself()
    {
        var memory = new PhysicalMemory(ramPages: 8);
        var space = new AddressSpace(memory);
        Vma vma = space.Map(2, VmFlags.Read | VmFlags.Write);
        var pages = new Page[2];
        Assert.Equal(2, space.PinUserPages(vma, vma.Start, 2, GupFlags.Write, pages));

        ReferenceCountException error = Assert.Throws<ReferenceCountException>(() => UnpinBefore(pages));
        Assert.Contains("not pinned", error.Message, StringComparison.Ordinal);
        Assert.Equal((0, 1), (pages[0].PinCount, pages[1].PinCount));

        pages[1].Unpin();
        Assert.Equal(2, space.PinUserPages(vma, vma.Start, 2, GupFlags.Write, pages));
        space.UnpinUserPages(pages, 2);
        Assert.Equal((0, 0), (pages[0].PinCount, pages[1].PinCount));
    }

    private static void UnpinBefore(Page[] pages)
    {
        for (int i = 0; i < pages.Length; i++)
        {
            pages[0].Unpin();
        }
    }
}
