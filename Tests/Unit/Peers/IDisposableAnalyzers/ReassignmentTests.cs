using System.Threading.Tasks;
using Devmap.Tests.Unit.Flow;
using Xunit;

namespace Devmap.Tests.Unit.Peers.IDisposableAnalyzers;

/// <summary>A name gets another object: the peer asks whether a release stands above, not whether it was reached.</summary>
public sealed class ReassignmentTests
{
    /// <summary>Released before the name is used again.</summary>
    [Fact]
    public Task Local_is_reused() => CountedCode.VerifyMembersAsync("""
        public static void Clean()
        {
            var x = Pool.Take();
            x.Put();
            x = Pool.Take();
            x.Put();
        }
        public static void Faulty()
        {
            var x = {|DVM2001:Pool.Take()|};
            x.Read();
            x = Pool.Take();
            x.Put();
        }
        """);

    /// <summary>Released before it is assigned again, but only on one branch.</summary>
    [Fact]
    public Task Released_on_one_branch() => CountedCode.VerifyMembersAsync("""
        public static void Clean(bool a)
        {
            var x = Pool.Take();
            if (a) { x.Put(); x = Pool.Take(); }
            x.Put();
        }
        public static void Faulty(bool a)
        {
            var x = {|DVM2001:Pool.Take()|};
            if (a) x.Put();
            x = Pool.Take();
            x.Put();
        }
        """);

    /// <summary>The last round's object is released in the next one: an old false positive with loops.</summary>
    [Fact]
    public Task In_a_loop() => CountedCode.VerifyMembersAsync("""
        public static void Clean(int n)
        {
            Item last = null;
            for (int i = 0; i < n; i++)
            {
                last?.Put();
                last = Pool.Take();
            }
            last?.Put();
        }
        public static void Faulty(int n)
        {
            Item last = null;
            for (int i = 0; i < n; i++)
            {
                last = {|DVM2001:Pool.Take()|};
            }
            last?.Put();
        }
        """);

    /// <summary>Assigned only where it is null: nothing is lost. A false positive of the peer.</summary>
    [Fact]
    public Task After_a_null_check() => CountedCode.VerifyMembersAsync("""
        public static void Clean(int n)
        {
            Item x = Pool.Find(n);
            if (x == null) x = Pool.Take();
            x.Put();
        }
        public static void Faulty(int n)
        {
            Item x = {|DVM2001:Pool.Find(n)|};
            if (x != null) x = Pool.Take();
            x?.Put();
        }
        """);

    /// <summary>Initialized in two steps, the second of which may fail.</summary>
    [Fact]
    public Task In_two_steps() => CountedCode.VerifyMembersAsync("""
        public static int Clean(int n)
        {
            Item x;
            if (!Pool.TryTake(out x)) return 0;
            int result = x.Read();
            x.Put();
            return result;
        }
        public static int Faulty(int n)
        {
            Item x;
            if (!{|DVM2001:Pool.TryTake(out x)|}) return 0;
            int result = x.Read();
            if (result == n) x.Put();
            return result;
        }
        """);

    /// <summary>An out argument puts another object into a name that still has one.</summary>
    [Fact]
    public Task By_an_out_argument() => CountedCode.VerifyMembersAsync("""
        public static void Clean()
        {
            var x = Pool.Take();
            x.Put();
            if (Pool.TryTake(out x)) x.Put();
        }
        public static void Faulty()
        {
            var x = {|DVM2001:Pool.Take()|};
            if (Pool.TryTake(out x)) x.Put();
        }
        """);

    /// <summary>What an exchange takes out of a field is released by whoever has it then.</summary>
    [Fact]
    public Task Exchanged_for_null() => CountedCode.VerifyMembersAsync("""
        [OwnedRef] private Item _item;
        public void Clean() => Interlocked.Exchange(ref _item, null)?.Put();
        public void Faulty()
        {
            var old = {|DVM2001:Interlocked.Exchange(ref _item, null)|};
            if (old == null) return;
            old.Read();
        }
        """);
}
