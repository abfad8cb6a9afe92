using System.Collections.Generic;
using Devmap.Analyzers.Flow.State;
using Xunit;

namespace Devmap.Tests.Unit.Flow.State;

public sealed class IntMapTests
{
    [Fact]
    public void It_behaves_like_a_dictionary_and_never_changes_under_its_reader()
    {
        var random = new System.Random(17);
        var expected = new Dictionary<int, string>();
        IntMap<string> map = IntMap<string>.Empty;
        for (int i = 0; i < 2000; i++)
        {
            int key = random.Next(40);
            IntMap<string> before = map;
            int count = before.Count;
            if (random.Next(3) == 0)
            {
                map = map.Without(key);
                expected.Remove(key);
            }
            else
            {
                map = map.With(key, "v" + i);
                expected[key] = "v" + i;
            }

            Assert.Equal(count, before.Count);
            Assert.Equal(expected.Count, map.Count);
            Assert.Equal(expected.GetValueOrDefault(key), map.Find(key));
        }
    }

    [Fact]
    public void Maps_with_the_same_entries_are_equal_however_they_came_about()
    {
        IntMap<string> left = IntMap<string>.Empty.With(1, "a").With(2, "b").With(3, "c").Without(3);
        IntMap<string> right = IntMap<string>.Empty.With(2, "b").With(1, "a");

        Assert.Equal(left, right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
        Assert.NotEqual(left, right.With(1, "b"));
    }

    [Fact]
    public void Nothing_changed_is_the_same_map()
    {
        IntMap<string> map = IntMap<string>.Empty.With(1, "a").With(2, "b");

        Assert.Same(map, map.With(1, "a"));
        Assert.Same(map, map.Without(9));
        Assert.Same(map, map.Where((_, _) => true));
        Assert.Equal(IntMap<string>.Empty.With(2, "b"), map.Where((key, _) => key == 2));
    }
}
