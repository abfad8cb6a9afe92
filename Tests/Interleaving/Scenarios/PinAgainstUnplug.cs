using System;
using System.Collections.Generic;
using Xunit;

namespace Devmap.Tests.Interleaving.Scenarios;

/// <summary>The range goes when the pin is gone, nobody touches it afterwards, and no entry leads to it (I3, I15).</summary>
internal sealed class PinAgainstUnplug(Era era) : DaxMachine(era)
{
    public override IReadOnlyList<Action> Threads => [PinWriteUnpin, Unplug];

    public override void Finally()
    {
        Assert.True(PgMap.IsRemoved);
        Assert.True(Entry.IsNone);
        Assert.Equal(0, Page.RefCount);
    }
}
