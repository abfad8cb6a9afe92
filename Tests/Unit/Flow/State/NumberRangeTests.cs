using Devmap.Analyzers.Flow.State;
using Xunit;

namespace Devmap.Tests.Unit.Flow.State;

public sealed class NumberRangeTests
{
    [Fact]
    public void Excluding_the_ends_narrows_the_interval()
    {
        NumberRange range = NumberRange.All.AtLeast(0).AtMost(3).Except(0).Except(3);

        Assert.Equal(1, range.Min);
        Assert.Equal(2, range.Max);
    }

    [Fact]
    public void Excluding_everything_leaves_nothing()
    {
        Assert.True(NumberRange.All.AtLeast(0).AtMost(1).Except(0).Except(1).IsEmpty);
        Assert.True(NumberRange.All.AtLeast(2).Exactly(1).IsEmpty);
    }

    [Fact]
    public void An_excluded_value_inside_is_not_contained()
    {
        NumberRange range = NumberRange.All.AtLeast(0).AtMost(9).Except(5);

        Assert.False(range.Contains(5));
        Assert.True(range.Contains(4));
        Assert.True(range.Contains(6));
    }

    [Fact]
    public void The_order_of_exclusions_does_not_matter()
    {
        Assert.Equal(NumberRange.All.Except(1).Except(2), NumberRange.All.Except(2).Except(1));
    }

    [Fact]
    public void A_condition_and_its_opposite_together_allow_everything()
    {
        Assert.True(NumberRange.Union(NumberRange.All.Exactly(7), NumberRange.All.Except(7))!.Value.IsAll);
        Assert.True(NumberRange.Union(NumberRange.All.AtMost(4), NumberRange.All.AtLeast(5))!.Value.IsAll);
    }

    [Fact]
    public void Intervals_with_a_gap_between_them_have_no_union()
    {
        Assert.Null(NumberRange.Union(NumberRange.All.AtMost(4), NumberRange.All.AtLeast(6)));
    }

    [Fact]
    public void A_union_excludes_only_what_both_exclude()
    {
        NumberRange union = NumberRange.Union(NumberRange.All.Except(1).Except(2), NumberRange.All.Except(2).Except(3))!.Value;

        Assert.Equal(NumberRange.All.Except(2), union);
    }
}
