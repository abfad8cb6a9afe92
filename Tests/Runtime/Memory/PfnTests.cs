using Xunit;

namespace Devmap.Tests.Runtime.Memory;

public sealed class PfnTests
{
    [Fact]
    public void Arithmetic_IsInFrames()
    {
        var pfn = new Pfn(0x100);

        Assert.Equal(new Pfn(0x102), pfn + 2);
        Assert.Equal(new Pfn(0xff), pfn + -1);
        Assert.Equal(2, (pfn + 2) - pfn);
        Assert.Equal(-2, pfn - (pfn + 2));
    }

    [Fact]
    public void Order_IsThatOfTheNumbers()
    {
        var low = new Pfn(1);
        var high = new Pfn(2);

        Assert.True(low < high && high > low && low <= high && high >= low);
        Assert.True(low.CompareTo(high) < 0);
    }

    [Fact]
    public void Text_IsTheKernels() => Assert.Equal("pfn 0x1f", new Pfn(31).ToString());
}
