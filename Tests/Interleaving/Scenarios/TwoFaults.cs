using System;
using System.Collections.Generic;
using Xunit;

namespace Devmap.Tests.Interleaving.Scenarios;

/// <summary>Two threads touch one address for the first time: the entry is filled once, and counted once (I1, I2, I5).</summary>
internal sealed class TwoFaults : DaxMachine
{
    private readonly bool _anonymous;
    private readonly Vma _touched;

    public TwoFaults(Era era, bool anonymous)
        : base(era)
    {
        _anonymous = anonymous;
        _touched = anonymous ? Space.Map(1, VmFlags.Read | VmFlags.Write) : Vma;
    }

    public override IReadOnlyList<Action> Threads => [Touch, Touch];

    public override void Finally()
    {
        Assert.True(Space.PageTable.Lookup(_touched.Start).IsPresent);
        Assert.Equal(_anonymous ? 1 : 2, Memory.FreePages);
        Assert.Equal(_anonymous || Memory.Era == Era.Linux615 ? 1 : 0, Space.ResidentPages);
        Assert.Equal(Errno.None, Space.Unmap(_touched));
        Assert.Equal(2, Memory.FreePages);
        AssertIdle();
    }

    private void Touch() => Assert.Equal(Errno.None, Space.WriteByte(_touched.Start, 1));
}
