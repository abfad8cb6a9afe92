using System;
using Xunit;

namespace Devmap.Tests.Runtime.KernelHistory;

/// <summary>Row 21: pages that were part of a folio came back with its order and head.</summary>
public sealed class ReusedFolioTests
{
    [Fact]
    public void A_page_of_a_folio_that_was_freed_is_a_page_by_itself()
    {
        var memory = new PhysicalMemory(ramPages: 4);
        Page head = memory.AllocPages(order: 2)!;
        var folio = new FolioRecord(head.Pfn, Order: 2);
        head.Put();

        Page again = memory.AllocPage()!;
        Assert.Equal(2, Before(folio, again));
        Assert.Equal(0, After(again));
        again.Put();
    }

    // What was written down at the first use is believed at the second.
    private static int Before(FolioRecord remembered, Page page) => page.Pfn.Value >> remembered.Order == remembered.Head.Value >> remembered.Order ? remembered.Order : 0;

    private static int After(Page page) => page.Folio.Order;

    private sealed record FolioRecord(Pfn Head, int Order);
}
