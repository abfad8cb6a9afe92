using System.Threading.Tasks;
using Devmap.Tests.Unit.Flow;
using Xunit;

namespace Devmap.Tests.Unit.Peers.Ca2000;

/// <summary>Objects that somebody else has in the end: the peer guesses, and is told off for it in many threads.</summary>
public sealed class HandOverTests
{
    private const string Wrapper = """

        public sealed class Wrapper { private readonly Item _item; public Wrapper(Item item) => _item = item; public int Read() => _item.Read(); }
        public abstract class Bag { public abstract void Add(Item item); public abstract void Insert(int index, Item item); }
        [TrustedContract] public sealed class Owner
        {
            public Owner([ReleasesRef] Item item) { }
            public void Add([ReleasesRef] Item item) { }
            [return: AliasOf] public Owner Also([ReleasesRef] Item item) => this;
        }

        """;

    /// <summary>A constructor that says nothing and keeps its argument: whoever has the wrapper has the object.</summary>
    [Fact]
    public Task Wrapper_that_says_nothing() => VerifyAsync("""
        public static Wrapper Silent() => new Wrapper(Pool.Take());
        public static Wrapper Held()
        {
            var x = Pool.Take();
            var result = new Wrapper(x);
            return result;
        }
        """);

    /// <summary>A constructor that takes over; and the path on which it is not reached.</summary>
    [Fact]
    public Task Wrapper_that_takes_over() => VerifyAsync("""
        public static Owner Clean() => new Owner(Pool.Take());
        public static Owner Faulty(bool a)
        {
            var x = {|DVM2001:Pool.Take()|};
            return a ? new Owner(x) : null;
        }
        """);

    /// <summary>A composite whose Add takes over. The peer wants a list of such methods by name.</summary>
    [Fact]
    public Task Composite_takes_over() => VerifyAsync("""
        public static void Clean(Owner owner)
        {
            owner.Add(Pool.Take());
            owner.Also(Pool.Take()).Also(Pool.Take());
        }
        public static void Faulty(Owner owner)
        {
            var x = Pool.Take();
            owner.Add(x);
            {|DVM2002:x.Put()|};
        }
        """);

    /// <summary>Insert is as good as Add where neither says anything.</summary>
    [Fact]
    public Task Insert_like_add() => VerifyAsync("""
        public static void Silent(Bag bag)
        {
            bag.Add(Pool.Take());
            bag.Insert(0, Pool.Take());
        }
        """);

    /// <summary>A collection expression, an array and a tuple carry the object on.</summary>
    [Fact]
    public Task In_an_expression_that_carries_it_on() => VerifyAsync("""
        public static List<Item> Silent() => [Pool.Take(), Pool.Take()];
        public static Item[] Array() => new[] { Pool.Take() };
        public static (Item, int) Tuple() => (Pool.Take(), 1);
        public static object Anonymous() => new { Item = Pool.Take() };
        """);

    /// <summary>An out parameter or a ref parameter has it.</summary>
    [Fact]
    public Task Out_parameter() => VerifyAsync("""
        public static bool Clean([AcquiresRef(When = When.True)] out Item result)
        {
            result = Pool.Find(1);
            return result != null;
        }
        public static bool Faulty(out int length)
        {
            var x = {|DVM2001:Pool.Find(1)|};
            length = x == null ? 0 : x.Read();
            return x != null;
        }
        """);

    /// <summary>A static or instance field has it; what the field does with it is not this body's business.</summary>
    [Fact]
    public Task Field_has_it() => VerifyAsync("""
        private static Item s_item;
        private Item _item;
        public void Silent()
        {
            s_item = Pool.Take();
            _item = Pool.Take();
        }
        """);

    /// <summary>Handed to a lambda that will be called some time.</summary>
    [Fact]
    public Task Captured_by_a_lambda() => VerifyAsync("""
        public static Action Silent()
        {
            var x = Pool.Take();
            return () => x.Put();
        }
        """);

    private static Task VerifyAsync(string members) => CountedCode.VerifyAsync(Wrapper + "public class C {\n" + members + "\n}");
}
