using System;
using System.Collections.Generic;
using System.Threading;
using Devmap.Tests.Interleaving.Scheduling;
using Xunit;

namespace Devmap.Tests.Interleaving.Scenarios;

/// <summary>A reference is given up on another processor than it was taken on, while the whole is killed (I8).</summary>
internal sealed class KillOfPercpuRef : Scenario
{
    private readonly PercpuRef _reference;
    private int _released;

    public KillOfPercpuRef()
    {
        _reference = new PercpuRef(() => _released++);
        _reference.Get();
    }

    public override IReadOnlyList<Action> Threads =>
    [
        TryGetLiveAndPut,
        () =>
        {
            Assert.Equal(0, _released);
            _reference.Put();
        },
        _reference.Kill,
    ];

    public override void Always() => Assert.True(_released <= 1, "I8: released twice");

    public override void Finally()
    {
        Assert.Equal(1, _released);
        Assert.Equal(0, _reference.Count);
        Assert.False(_reference.TryGetLive());
        Assert.False(_reference.TryGet());
    }

    private void TryGetLiveAndPut()
    {
        if (_reference.TryGetLive())
        {
            Assert.Equal(0, _released);
            _reference.Put();
        }
    }
}
