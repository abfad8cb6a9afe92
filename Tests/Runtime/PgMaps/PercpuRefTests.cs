using Xunit;

namespace Devmap.Tests.Runtime.PgMaps;

public sealed class PercpuRefTests
{
    private int _released;

    [Fact]
    public void BeginsWithTheInitialReference()
    {
        PercpuRef reference = Create();

        Assert.Equal(1, reference.Count);
        Assert.False(reference.IsDying);
        Assert.False(reference.IsZero);
    }

    [Fact]
    public void Release_RunsOnce_WhenTheLastReferenceGoesAfterKill()
    {
        PercpuRef reference = Create();
        reference.Get();
        Assert.True(reference.TryGet());

        reference.Kill();
        reference.Put();
        Assert.Equal(0, _released);

        reference.Put();
        Assert.Equal(1, _released);
        Assert.True(reference.IsZero);
    }

    [Fact]
    public void Kill_WithoutOtherReferences_ReleasesAtOnce()
    {
        PercpuRef reference = Create();

        reference.Kill();

        Assert.Equal(1, _released);
    }

    [Fact]
    public void AfterKill_TryGetLiveFails_AndTryGetGoesOnWhileSomebodyHolds()
    {
        PercpuRef reference = Create();
        reference.Get();
        reference.Kill();

        Assert.True(reference.IsDying);
        Assert.False(reference.TryGetLive());
        Assert.True(reference.TryGet());

        reference.Put();
        reference.Put();
        Assert.False(reference.TryGet());
        Assert.Throws<ReferenceCountException>(reference.Get);
        Assert.Equal(1, _released);
    }

    [Fact]
    public void Put_OfTheInitialReference_Throws()
    {
        PercpuRef reference = Create();

        Assert.Throws<ReferenceCountException>(reference.Put);

        Assert.Equal(1, reference.Count);
        Assert.Equal(0, _released);
    }

    [Fact]
    public void Kill_Twice_Throws()
    {
        PercpuRef reference = Create();
        reference.Kill();

        Assert.Throws<ReferenceCountException>(reference.Kill);
        Assert.Equal(1, _released);
    }

    [Fact]
    public void Put_AfterTheEnd_Throws()
    {
        PercpuRef reference = Create();
        reference.Kill();

        Assert.Throws<ReferenceCountException>(reference.Put);
        Assert.Equal(1, _released);
    }

    private PercpuRef Create() => new(() => _released++);
}
