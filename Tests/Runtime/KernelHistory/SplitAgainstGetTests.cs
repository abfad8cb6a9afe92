using System;
using Xunit;

namespace Devmap.Tests.Runtime.KernelHistory;

/// <summary>Row 27: the head was looked up, the folio split, and the reference taken on what was no longer the head.</summary>
public sealed class SplitAgainstGetTests
{
    [Fact]
    public void The_head_is_looked_at_again_when_its_reference_is_there()
    {
        var memory = new PhysicalMemory(ramPages: 4);
        Page head = memory.AllocPages(order: 1)!;
        Folio folio = head.Folio;
        Page tail = folio.PageAt(1);

        Page seen = tail.Folio.Head;
        Assert.Equal(Errno.None, folio.Split());
        Assert.True(seen.TryGet());

        Assert.NotSame(tail, seen);
        Assert.Equal((2, 1), (seen.RefCount, tail.RefCount));
        Assert.False(IsStillHead(seen, tail));

        seen.Put();
        head.Put();
        tail.Put();
    }

    // What the fix adds: where the answer is no, the reference goes back and it is tried again.
    private static bool IsStillHead(Page head, Page page) => ReferenceEquals(page.Folio.Head, head);
}
