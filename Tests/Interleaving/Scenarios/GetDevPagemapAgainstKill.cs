using System;
using System.Collections.Generic;
using System.Threading;
using Xunit;

namespace Devmap.Tests.Interleaving.Scenarios;

/// <summary>Who has got the range may touch its pages until it is put, and who has not got it never gets it again (I3, I8).</summary>
internal sealed class GetDevPagemapAgainstKill(Era era) : DaxMachine(era)
{
    public override IReadOnlyList<Action> Threads =>
    [
        GetTouchPut,
        () => Assert.Equal(Errno.None, Memory.MemUnmapPages(PgMap, Timeout.InfiniteTimeSpan).Error),
    ];

    public override void Finally()
    {
        Assert.Equal(0, PgMap.RefCount);
        Assert.Null(Memory.GetDevPagemap(Page.Pfn));
    }

    private void GetTouchPut()
    {
        if (Memory.GetDevPagemap(Page.Pfn) is { } held)
        {
            Page.WriteByte(0, 1);
            held.Put();
        }
    }
}
