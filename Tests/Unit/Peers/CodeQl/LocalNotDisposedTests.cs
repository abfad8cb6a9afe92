using System.Threading.Tasks;
using Devmap.Tests.Unit.Flow;
using Xunit;

namespace Devmap.Tests.Unit.Peers.CodeQl;

/// <summary>Locals that are never disposed, or not on the exceptional way out.</summary>
public sealed class LocalNotDisposedTests
{
    /// <summary>The value of a ternary, a cast and a parenthesis is the same object.</summary>
    [Fact]
    public Task Through_expressions() => CountedCode.VerifyMembersAsync("""
        public static void Clean(bool a)
        {
            object x = (object)(a ? Pool.Take() : Pool.Find(3));
            ((Item)x)?.Put();
        }
        public static void Faulty(bool a)
        {
            object x = (object)(a ? {|DVM2001:Pool.Take()|} : null);
            Pool.Check(x != null);
        }
        """);

    /// <summary>Passed to a method that only looks at it. The query takes every argument for a hand-over.</summary>
    [Fact]
    public Task Only_looked_at() => CountedCode.VerifyMembersAsync("""
        public static void Clean()
        {
            var x = Pool.Take();
            Pool.Lend(x);
            x.Put();
        }
        public static void Faulty()
        {
            var x = {|DVM2001:Pool.Take()|};
            Pool.Lend(x);
        }
        """);

    /// <summary>Something between acquire and release may throw, and a handler goes on without the release.</summary>
    [Fact]
    public Task Not_released_on_throw() => CountedCode.VerifyMembersAsync("""
        public static void Clean(Action work)
        {
            var x = Pool.Take();
            try { work(); }
            catch (InvalidOperationException) { }
            x.Put();
        }
        public static void Faulty(Action work)
        {
            try
            {
                var x = {|DVM2001:Pool.Take()|};
                work();
                x.Put();
            }
            catch (InvalidOperationException) { }
        }
        """);

    /// <summary>Something may throw, and nobody here catches it: no certain mistake of this body, and no report by default.</summary>
    [Fact]
    public Task Nobody_catches() => CountedCode.VerifyMembersAsync("""
        public static void Silent(Action work)
        {
            var x = Pool.Take();
            work();
            x.Put();
        }
        """);

    /// <summary>Released by another name of the same release.</summary>
    [Fact]
    public Task Released_by_another_method() => CountedCode.VerifyMembersAsync("""
        public static void Clean()
        {
            var x = Pool.Take();
            x.Close();
            x.Close();
        }
        public static void Faulty()
        {
            var x = Pool.Take();
            x.Close();
            {|DVM2002:x.Put()|};
        }
        """);

    /// <summary>Handed to the base constructor, which says nothing.</summary>
    [Fact]
    public Task Handed_to_the_base() => CountedCode.VerifyAsync("""

        public class Base { private readonly Item _item; public Base(Item item) => _item = item; }
        public class Derived : Base { public Derived() : base(Pool.Take()) { } }
        [TrustedContract] public class Taker { public Taker([ReleasesRef] Item item) { } }
        public class Clean : Taker { public Clean() : base(Pool.Take()) { } }
        """);

    /// <summary>Yielded to the consumer; and lost between two elements.</summary>
    [Fact]
    public Task Yielded() => CountedCode.VerifyMembersAsync("""
        public static IEnumerable<Item> Clean(int n)
        {
            for (int i = 0; i < n; i++) yield return Pool.Take();
        }
        public static IEnumerable<int> Faulty(int n)
        {
            for (int i = 0; i < n; i++)
            {
                var x = {|DVM2001:Pool.Take()|};
                yield return x.Read();
            }
        }
        """);
}
