using System;
using System.Collections.Generic;
using System.Threading;
using Xunit;

namespace Devmap.Tests.Interleaving.Scenarios;

/// <summary>No block is freed while its page is pinned, and truncation ends when the pin does.</summary>
internal sealed class PinAgainstTruncate : DaxMachine
{
    public PinAgainstTruncate(Era era)
        : base(era) => Space.Fault(Vma.Start, isWrite: true);

    public override IReadOnlyList<Action> Threads =>
    [
        PinWriteUnpin,
        () => Assert.Equal(Errno.None, File.Truncate(0, Timeout.InfiniteTimeSpan)),
    ];

    public override void Finally()
    {
        AssertIdle();
        Assert.Equal(DevicePages, Device.FreeBlocks);
        Assert.True(Entry.IsNone);
    }
}
