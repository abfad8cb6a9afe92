using System.Threading.Tasks;
using Devmap.Tests.Unit.Flow;
using Xunit;

namespace Devmap.Tests.Unit.Peers.Cpychecker;

/// <summary>A count that ends one too high or one too low: invisible to tools that know only released or not.</summary>
public sealed class CountTests
{
    /// <summary>Two references, one release. To a one-bit tool the object was disposed of.</summary>
    [Fact]
    public Task One_too_high() => CountedCode.VerifyMembersAsync("""
        public static void Clean()
        {
            var x = Pool.Take();
            x.Get();
            x.Put();
            x.Put();
        }
        public static void Faulty()
        {
            var x = Pool.Take();
            {|DVM2001:x.Get()|};
            x.Put();
        }
        """);

    /// <summary>Balanced on both branches, by different numbers; and once not.</summary>
    [Fact]
    public Task As_many_on_each_branch() => CountedCode.VerifyMembersAsync("""
        public static void Clean(Item lent, bool twice)
        {
            lent.Get();
            if (twice) { lent.Get(); lent.Put(); }
            lent.Put();
        }
        public static void Faulty(Item lent, bool twice)
        {
            lent.Get();
            if (twice) {|DVM2001:lent.Get()|};
            lent.Put();
        }
        """);

    /// <summary>The extra reference is taken and given up under the same condition, asked twice.</summary>
    [Fact]
    public Task Extra_reference_under_a_condition() => CountedCode.VerifyMembersAsync("""
        public static void Clean(Item lent, bool keep)
        {
            if (keep) lent.Get();
            lent.Read();
            if (keep) lent.Put();
        }
        public static void Faulty(Item lent, bool keep, bool other)
        {
            if (keep) {|DVM2001:lent.Get()|};
            lent.Read();
            if (other) {|DVM2002:lent.Put()|};
        }
        """);

    /// <summary>Two kinds on one object: the pin does not pay for the reference.</summary>
    [Fact]
    public Task Kinds_are_counted_apart() => CountedCode.VerifyMembersAsync("""
        public static void Clean(Item lent)
        {
            lent.Get();
            lent.Pin();
            lent.Unpin();
            lent.Put();
        }
        public static void Faulty(Item lent)
        {
            lent.Get();
            {|DVM2001:lent.Pin()|};
            lent.Put();
        }
        """);

    /// <summary>Two names of one object: whichever gives it up, it is given up once.</summary>
    [Fact]
    public Task Two_names_one_count() => CountedCode.VerifyMembersAsync("""
        public static void Clean()
        {
            var x = Pool.Take();
            var y = x;
            x = null;
            y.Put();
        }
        public static void Faulty()
        {
            var x = Pool.Take();
            var y = x;
            x.Put();
            {|DVM2002:y.Put()|};
        }
        """);

    /// <summary>A global that everybody has a reference on is handed out; the receiver gives up what it was given.</summary>
    [Fact]
    public Task Shared_object_is_handed_out() => CountedCode.VerifyMembersAsync("""
        private static readonly Item s_none = new Item();
        [return: AcquiresRef] public static Item Clean()
        {
            s_none.Get();
            return s_none;
        }
        public static void User()
        {
            var none = Clean();
            none.Put();
        }
        public static void Faulty()
        {
            var none = {|DVM2001:Clean()|};
            none.Read();
        }
        """);
}
