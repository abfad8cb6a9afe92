using System;
using Xunit;

namespace Devmap.Tests.Runtime.KernelHistory;

/// <summary>Row 28: who waited for a migration to end held a page while waiting, so that it never did.</summary>
public sealed class WaiterTests
{
    [Fact]
    public void A_waiter_that_holds_the_page_is_whom_the_other_waits_for()
    {
        var memory = new PhysicalMemory(16);
        DaxFile file = Machine.CreateFile(memory);
        Page waiter = file.GetPage(0)!;

        Assert.Equal(Errno.ETIMEDOUT, file.Truncate(0, TimeSpan.FromMilliseconds(20)));

        // It waits without one.
        waiter.Put();
        Assert.Equal(Errno.None, file.Truncate(0, TimeSpan.FromSeconds(10)));
    }
}
