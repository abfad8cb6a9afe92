using System.Threading.Tasks;
using Devmap.Tests.Unit.Flow;
using Xunit;

namespace Devmap.Tests.Unit.Peers.Ca2000;

/// <summary>Paths that the peer does not tell apart, or does not follow.</summary>
public sealed class PathTests
{
    /// <summary>A throw statement between acquire and release: ignored by the peer for years.</summary>
    [Fact]
    public Task Explicit_throw() => CountedCode.VerifyMembersAsync("""
        public static void Clean(Item lent, bool a)
        {
            lent.Get();
            if (a) { lent.Put(); throw new InvalidOperationException(); }
            lent.Put();
        }
        public static void Faulty(Item lent, bool a)
        {
            {|DVM2001:lent.Get()|};
            if (a) throw new InvalidOperationException();
            lent.Put();
        }
        """);

    /// <summary>The same condition is asked twice: closed by the peer as "won't fix".</summary>
    [Fact]
    public Task Same_condition_twice() => CountedCode.VerifyMembersAsync("""
        public static void Clean(int n)
        {
            Item x = null;
            if (n > 3) x = Pool.Take();
            Pool.Check(n == 0);
            if (n > 3) x.Put();
        }
        public static void Faulty(int n)
        {
            Item x = null;
            if (n > 3) x = {|DVM2001:Pool.Take()|};
            if (n > 4) x.Put();
        }
        """);

    /// <summary>Given up only on failure, told by a flag that is set last.</summary>
    [Fact]
    public Task Success_flag() => CountedCode.VerifyMembersAsync("""
        [return: AcquiresRef] public static Item Clean()
        {
            var x = Pool.Take();
            bool done = false;
            try
            {
                x.Read();
                done = true;
                return x;
            }
            finally { if (!done) x.Put(); }
        }
        public static void Faulty()
        {
            var x = {|DVM2001:Pool.Take()|};
            bool done = false;
            try
            {
                x.Read();
                done = true;
            }
            finally { if (!done) x.Put(); }
        }
        """);

    /// <summary>Given up only where it is not null.</summary>
    [Fact]
    public Task Only_if_not_null() => CountedCode.VerifyMembersAsync("""
        public static void Clean(bool a)
        {
            Item x = a ? Pool.Take() : Pool.Find(1);
            if (x != null) x.Put();
        }
        public static void Faulty(bool a)
        {
            Item x = a ? {|DVM2001:Pool.Take()|} : null;
            if (x == null) return;
            x.Read();
        }
        """);

    /// <summary>Set to null after it was handed over, so that the finally leaves it alone.</summary>
    [Fact]
    public Task Null_after_hand_over() => CountedCode.VerifyMembersAsync("""
        public static void Clean()
        {
            Item x = Pool.Take();
            try
            {
                x.Read();
                Pool.Give(x);
                x = null;
            }
            finally { if (x != null) x.Put(); }
        }
        public static void Faulty()
        {
            Item x = Pool.Take();
            try
            {
                x.Read();
                Pool.Give(x);
            }
            finally { if (x != null) {|DVM2002:x.Put()|}; }
        }
        """);

    /// <summary>Each arm of a switch expression has to make up for what was taken before it.</summary>
    [Fact]
    public Task Arms_of_a_switch() => CountedCode.VerifyMembersAsync("""
        public static int Clean(Status status)
        {
            var x = Pool.Take();
            switch (status)
            {
                case Status.Ok: x.Put(); return 0;
                case Status.Busy: Pool.Give(x); return 1;
                default: x.Read(); x.Put(); return 2;
            }
        }
        public static int Faulty(Status status)
        {
            var x = {|DVM2001:Pool.Take()|};
            switch (status)
            {
                case Status.Ok: x.Put(); return 0;
                case Status.Busy: return 1;
                default: x.Put(); return 2;
            }
        }
        """);

    /// <summary>A helper that never returns ends the path.</summary>
    [Fact]
    public Task Helper_that_never_returns() => CountedCode.VerifyMembersAsync("""
        public static void Clean(bool a)
        {
            var x = Pool.Take();
            if (a) Pool.Fail();
            x.Put();
        }
        public static void Faulty(bool a)
        {
            var x = {|DVM2001:Pool.Take()|};
            if (a) { Pool.Check(a); return; }
            x.Put();
        }
        """);

    /// <summary>A filter decides which handler gives it up.</summary>
    [Fact]
    public Task Exception_filter() => CountedCode.VerifyMembersAsync("""
        public static void Clean()
        {
            var x = Pool.Take();
            try { Pool.Check(true); }
            catch (InvalidOperationException e) when (e.Message.Length > 0) { x.Put(); return; }
            catch (InvalidOperationException) { x.Put(); return; }
            x.Put();
        }
        public static void Faulty()
        {
            var x = {|DVM2001:Pool.Take()|};
            try { Pool.Check(true); }
            catch (InvalidOperationException e) when (e.Message.Length > 0) { return; }
            x.Put();
        }
        """);
}
