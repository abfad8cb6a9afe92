using System;
using System.Collections.Generic;
using Devmap.Tests.Interleaving.Scheduling;
using Xunit;

namespace Devmap.Tests.Interleaving.Scenarios;

/// <summary>
/// Two give up the one reference that there is, while a third gives up his pin: one of the two is told, the pin is not
/// mistaken for anything else, and the page is freed once (I6).
/// </summary>
internal sealed class OnePutTooMany : Scenario
{
    private readonly PhysicalMemory _memory;
    private readonly Page _page;
    private int _freed;
    private int _told;

    public OnePutTooMany(Era era)
    {
        _memory = new PhysicalMemory(ramPages: 0, era);
        var ops = new PgMapOps { FolioFree = _ => _freed++, MigrateToRam = (_, _) => VmFaultResult.SigBus };
        var start = new Pfn(0x1000);
        _memory.MemRemapPages(MemoryType.Private, start, 1, out _, ops, owner: this);
        _page = _memory.PfnToPage(start)!;
        _page.InitZoneDevice();
        Assert.True(_page.TryPin());
    }

    public override IReadOnlyList<Action> Threads => [PutOrBeTold, PutOrBeTold, _page.Unpin];

    public override void Always()
    {
        Assert.True(_freed <= 1, "I10: freed twice");
        Assert.True(_told <= 1, "I6: who gave up a reference that was there is told as well");
    }

    public override void Finally()
    {
        Assert.Equal(1, _told);
        Assert.Equal(1, _freed);
        Assert.True(_page.IsIdle, $"{_page} has {_page.Counts}");
    }

    private void PutOrBeTold()
    {
        try
        {
            _page.Put();
        }
        catch (ReferenceCountException)
        {
            _told++;
        }
    }
}
