using System;
using System.Collections.Generic;
using Devmap.Tests.Interleaving.Scheduling;
using Xunit;

namespace Devmap.Tests.Interleaving.Scenarios;

/// <summary>The page is freed once, by whoever is the last, and nobody gets it after that (I4, I10).</summary>
internal sealed class LastPutAgainstTryGet : Scenario
{
    private readonly PhysicalMemory _memory;
    private readonly Page _page;
    private int _freed;

    public LastPutAgainstTryGet(Era era)
    {
        _memory = new PhysicalMemory(ramPages: 0, era);
        var ops = new PgMapOps { FolioFree = _ => _freed++, MigrateToRam = (_, _) => VmFaultResult.SigBus };
        var start = new Pfn(0x1000);
        _memory.MemRemapPages(MemoryType.Private, start, 1, out _, ops, owner: this);
        _page = _memory.PfnToPage(start)!;
        _page.InitZoneDevice();
    }

    public override IReadOnlyList<Action> Threads => [_page.Put, GetAndPut];

    public override void Always() => Assert.True(_freed <= 1, "I10: freed twice");

    public override void Finally()
    {
        Assert.Equal(1, _freed);
        Assert.Equal(_memory.Era == Era.Linux515 ? 1 : 0, _page.RefCount);
    }

    private void GetAndPut()
    {
        if (_page.TryGet())
        {
            Assert.True(_freed == 0, "I10: a page came back after its driver was told that it is free");
            _page.Put();
        }
    }
}
