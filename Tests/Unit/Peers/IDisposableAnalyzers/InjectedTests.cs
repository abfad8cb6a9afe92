using System.Threading.Tasks;
using Devmap.Tests.Unit.Flow;
using Xunit;

namespace Devmap.Tests.Unit.Peers.IDisposableAnalyzers;

/// <summary>Objects that came from outside, and objects that are as good as gone.</summary>
public sealed class InjectedTests
{
    /// <summary>What was passed in is not ours to give up, unless a reference was taken here.</summary>
    [Fact]
    public Task Passed_in() => CountedCode.VerifyMembersAsync("""
        public static void Clean([BorrowedRef] Item x)
        {
            x.Get();
            x.Put();
        }
        public static void Faulty([BorrowedRef] Item x)
        {
            x.Read();
            {|DVM2002:x.Put()|};
        }
        """);

    /// <summary>A cached object is handed out on one path, a new one on the other; both must come with a reference.</summary>
    [Fact]
    public Task Created_or_cached() => CountedCode.VerifyMembersAsync("""
        private static Item s_cache;
        [return: AcquiresRef] public static Item Clean(bool cached)
        {
            if (!cached) return Pool.Take();
            s_cache.Get();
            return s_cache;
        }
        public static void User(bool cached)
        {
            var x = Clean(cached);
            x.Put();
            {|DVM2003:x.Read()|};
        }
        """);

    /// <summary>Used after it was given up, on one branch only. The peer matches the order of statements.</summary>
    [Fact]
    public Task Used_on_the_other_branch() => CountedCode.VerifyMembersAsync("""
        public static int Clean(bool a)
        {
            var x = Pool.Take();
            int result = 0;
            if (a) x.Put();
            else { result = x.Read(); x.Put(); }
            return result;
        }
        public static int Faulty(bool a)
        {
            var x = Pool.Take();
            if (a) x.Put();
            int result = {|DVM2003:x.Read()|};
            if (!a) x.Put();
            return result;
        }
        """);

    /// <summary>Used after it was given up, and after it was assigned again: only the first is wrong.</summary>
    [Fact]
    public Task Used_after_it_was_assigned_again() => CountedCode.VerifyMembersAsync("""
        public static void Clean()
        {
            var x = Pool.Take();
            x.Put();
            x = Pool.Take();
            x.Read();
            x.Put();
        }
        public static void Faulty()
        {
            var x = Pool.Take();
            x.Put();
            {|DVM2003:x.Read()|};
        }
        """);

    /// <summary>Returned although its using ends it.</summary>
    [Fact]
    public Task Returned_from_a_using() => CountedCode.VerifyAsync("""

        [TrustedContract]
        public sealed class Handle : IDisposable
        {
            [AcquiresRef(Kind = "dispose")] public Handle() { }
            [ReleasesRef(Kind = "dispose")] public void Dispose() { }
            public int Number => 0;
        }
        public class C
        {
            public static int Clean()
            {
                using var h = new Handle();
                return h.Number;
            }
            public static Handle Faulty()
            {
                using var h = new Handle();
                return {|DVM2003:h|};
            }
        }
        """);

    /// <summary>Handed to a framework that says nothing: it may well take it over.</summary>
    [Fact]
    public Task Handed_to_a_framework() => CountedCode.VerifyMembersAsync("""
        public static object Silent()
        {
            var x = Pool.Take();
            return Serve(x, "text/plain");
        }
        public static void Subscribed(Action<Item> subscribe) => subscribe(Pool.Take());
        public static Func<Item, string, object> Serve;
        """);

    /// <summary>A method that calls itself: an endless walk for syntax walkers without a guard.</summary>
    [Fact]
    public Task Recursion() => CountedCode.VerifyMembersAsync("""
        public static void Clean([ReleasesRef] Item x, int n)
        {
            if (n > 0) { Clean(x, n - 1); return; }
            x.Put();
        }
        public static void Faulty([ReleasesRef] Item x, int n)
        {
            if (n > 0) Faulty(x, n - 1);
            {|DVM2002:x.Put()|};
        }
        public Item Self => Self;
        public C(int n) : this(n.ToString()) { }
        public C(string s) { }
        """);
}
