using System.Threading.Tasks;
using Devmap.Tests.Unit.Flow;
using Xunit;

namespace Devmap.Tests.Unit.Peers.IDisposableAnalyzers;

/// <summary>Newer syntax, in which walkers over the syntax lose their object.</summary>
public sealed class PatternTests
{
    /// <summary>Bound by a pattern, and left where the pattern does not match.</summary>
    [Fact]
    public Task Is_not() => CountedCode.VerifyMembersAsync("""
        public static int Clean(int n)
        {
            if (Pool.Find(n) is not { } x) return 0;
            int result = x.Read();
            x.Put();
            return result;
        }
        public static int Faulty(int n)
        {
            if ({|DVM2001:Pool.Find(n)|} is not { } x) return 0;
            return x.Read();
        }
        """);

    /// <summary>A property pattern matches, or leaves an object behind that nobody names.</summary>
    [Fact]
    public Task Property_pattern() => CountedCode.VerifyMembersAsync("""
        public static void Clean(int n)
        {
            var x = Pool.Find(n);
            if (x is { IsAlive: true }) x.Read();
            x?.Put();
        }
        public static void Faulty(int n)
        {
            var x = {|DVM2001:Pool.Find(n)|};
            if (x is { IsAlive: true }) x.Put();
        }
        """);

    /// <summary>A discard names nothing.</summary>
    [Fact]
    public Task Discard() => CountedCode.VerifyMembersAsync("""
        public static void Clean(Item lent) => _ = lent.Read();
        public static void Faulty() => _ = {|DVM2001:Pool.Take()|};
        """);

    /// <summary>Taken apart from a tuple on the spot.</summary>
    [Fact]
    public Task Deconstruction() => CountedCode.VerifyMembersAsync("""
        public static void Clean(int n)
        {
            var (x, y) = (Pool.Take(), n);
            x.Put();
        }
        public static void Faulty(int n)
        {
            var (x, y) = ({|DVM2001:Pool.Take()|}, n);
            x.Read();
        }
        """);

    /// <summary>Bound by the arm of a switch expression.</summary>
    [Fact]
    public Task Switch_expression() => CountedCode.VerifyMembersAsync("""
        public static void Clean(int n)
        {
            Item x = n switch { 0 => Pool.Take(), 1 => Pool.Find(1), _ => null };
            x?.Put();
        }
        public static void Faulty(int n)
        {
            Item x = n switch { 0 => {|DVM2001:Pool.Take()|}, _ => null };
            if (n != 0) x?.Put();
        }
        """);

    /// <summary>Two results of which one is null: released by the one operator or by the other.</summary>
    [Fact]
    public Task Coalesced() => CountedCode.VerifyMembersAsync("""
        public static void Clean(int n)
        {
            var x = Pool.Find(n) ?? Pool.Find(n + 1) ?? Pool.Take();
            x.Put();
        }
        public static void Faulty(int n)
        {
            var x = {|DVM2001:Pool.Find(n)|} ?? {|DVM2001:Pool.Take()|};
            x.Read();
        }
        """);

    /// <summary>Conditional access in the middle of a chain.</summary>
    [Fact]
    public Task Conditional_access() => CountedCode.VerifyMembersAsync("""
        public static int? Clean(int n)
        {
            var x = Pool.Find(n);
            int? result = x?.Read();
            x?.Put();
            return result;
        }
        public static int? Faulty(int n)
        {
            var x = {|DVM2001:Pool.Find(n)|};
            return x?.Read();
        }
        """);

    /// <summary>A local function that releases what it captures, called once, twice, or not at all.</summary>
    [Fact]
    public Task Local_function_that_takes_a_parameter() => CountedCode.VerifyMembersAsync("""
        public static void Clean()
        {
            Done(Pool.Take());
            static void Done([ReleasesRef] Item x) => x.Put();
        }
        public static void Faulty()
        {
            var x = Pool.Take();
            Done(x);
            {|DVM2002:Done(x)|};
            static void Done([ReleasesRef] Item x) => x.Put();
        }
        """);
}
