using System;
using System.Collections.Generic;
using Xunit;

namespace Devmap.Tests.Interleaving.Scenarios;

/// <summary>An entry is copied for a child while it is emptied: the child's copy is counted, or there is none (I1, I2, I5).</summary>
internal sealed class ForkAgainstZap : DaxMachine
{
    private readonly Vma _private;
    private AddressSpace? _child;

    public ForkAgainstZap(Era era)
        : base(era)
    {
        _private = Space.Map(1, VmFlags.Read | VmFlags.Write);
        Assert.Equal(Errno.None, Space.WriteByte(_private.Start, 1));
    }

    public override IReadOnlyList<Action> Threads =>
    [
        () => _child = Space.Fork(),
        () => Assert.Equal(Errno.None, Space.Zap(_private)),
    ];

    public override void Finally()
    {
        Pte copied = _child!.PageTable.Lookup(_private.Start);
        Assert.True(Space.PageTable.Lookup(_private.Start).IsNone);
        Assert.Equal(copied.IsPresent ? 1 : 2, Memory.FreePages);
        if (copied.IsPresent)
        {
            Page page = Memory.PfnToPage(copied.Pfn)!;
            Assert.Equal((1, 1), (page.RefCount, page.MapCount));
        }

        _child.UnmapEverything();
        Assert.Equal(2, Memory.FreePages);
    }
}
