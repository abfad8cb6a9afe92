using Devmap.Analyzers.Flow.State;
using Xunit;

namespace Devmap.Tests.Unit.Flow.State;

public sealed class HoldingTests
{
    [Fact]
    public void Counting_up_and_down_comes_back()
    {
        var holding = new Holding("ref", 0, 0);

        Assert.Equal(holding, holding.More().More().Less().Less());
    }

    [Fact]
    public void Counting_up_without_end_comes_to_rest()
    {
        Holding holding = new("ref", 0, 0);
        for (int i = 0; i < 10; i++)
        {
            holding = holding.More();
        }

        Assert.Equal(holding, holding.More());
        Assert.Equal(Holding.Many, holding.Max);
        Assert.True(holding.Min > 0);
    }

    [Fact]
    public void Of_many_a_few_releases_leave_perhaps_none()
    {
        Holding holding = new("ref", 3, Holding.Many);

        Assert.Equal(new Holding("ref", 0, Holding.Many), holding.Less().Less().Less().Less());
    }
}
