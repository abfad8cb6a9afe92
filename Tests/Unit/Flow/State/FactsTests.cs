using Devmap.Analyzers.Flow.State;
using Xunit;

namespace Devmap.Tests.Unit.Flow.State;

public sealed class FactsTests
{
    [Fact]
    public void A_condition_and_its_opposite_say_nothing_together()
    {
        Assert.Equal(Facts.None, Facts.Union(new Facts { Truth = true }, new Facts { Truth = false }));
        Assert.Equal(Facts.None, Facts.Union(new Facts { Nullness = Nullness.Null }, new Facts { Nullness = Nullness.NotNull }));
    }

    [Fact]
    public void Facts_that_differ_in_two_things_have_no_union()
    {
        var left = new Facts { Truth = true, Nullness = Nullness.Null };
        var right = new Facts { Truth = false, Nullness = Nullness.NotNull };

        Assert.Null(Facts.Union(left, right));
    }

    [Fact]
    public void Facts_about_different_counts_have_no_union()
    {
        var held = new Facts { Resource = new Resource().With(new Holding("ref", 1, 1)) };

        Assert.Null(Facts.Union(held, Facts.None));
    }

    [Fact]
    public void Having_gone_through_a_value_is_forgotten_only_where_nothing_is_held()
    {
        var gone = new Facts { Nullness = Nullness.NotNull };
        var held = new Facts { Nullness = Nullness.NotNull, Resource = new Resource().With(new Holding("ref", 1, 1)) };

        Assert.Equal(Facts.None, Facts.ForgetDereference(gone, Facts.None));
        Assert.Null(Facts.ForgetDereference(held, held with { Nullness = Nullness.Unknown }));
        Assert.Null(Facts.ForgetDereference(gone, new Facts { Nullness = Nullness.Null }));
    }

    [Fact]
    public void Less_is_implied_by_more_and_not_the_other_way_round()
    {
        var more = new Facts { Truth = true };

        Assert.True(Facts.None.IsImpliedBy(more));
        Assert.False(more.IsImpliedBy(Facts.None));
    }
}
