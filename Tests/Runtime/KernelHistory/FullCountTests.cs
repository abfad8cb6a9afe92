using System;
using Xunit;

namespace Devmap.Tests.Runtime.KernelHistory;

/// <summary>Row 37: increments that nobody checked ran a count over, down to zero, and the page was freed in use.</summary>
public sealed class FullCountTests
{
    [Fact]
    public void A_count_that_is_full_takes_no_more()
    {
        var memory = new PhysicalMemory(ramPages: 1);
        Page page = memory.AllocPage()!;
        int taken = 0;
        while (page.TryGet())
        {
            taken++;
        }

        Assert.True(taken > 1_000_000);
        Assert.True(page.RefCount > taken);
        Assert.Throws<ReferenceCountException>(page.Get);

        for (int i = 0; i <= taken; i++)
        {
            page.Put();
        }

        Assert.Equal(1, memory.FreePages);
    }
}
