using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Peers.Cpychecker;

/// <summary>What is left over when the second, third or last step of a construction fails.</summary>
public sealed class ErrorPathTests
{
    /// <summary>The first object is lost where the second cannot be had. Tools that know one bit of IDisposable see neither.</summary>
    [Fact]
    public Task Second_allocation_fails() => SequenceCode.VerifyAsync("""
        public static int Clean()
        {
            var first = Pool.Find(1);
            if (first == null) return -1;
            var second = Pool.Find(2);
            if (second == null) { first.Put(); return -1; }
            second.Put();
            first.Put();
            return 0;
        }
        public static int Faulty()
        {
            var first = {|DVM2001:Pool.Find(1)|};
            if (first == null) return -1;
            var second = Pool.Find(2);
            if (second == null) return -1;
            second.Put();
            first.Put();
            return 0;
        }
        """);

    /// <summary>Staged labels that unwind in reverse order; one jump goes to the wrong stage. CA2000 gives up on goto.</summary>
    [Fact]
    public Task Staged_labels() => SequenceCode.VerifyAsync("""
        public static int Clean()
        {
            int result = -1;
            var a = Pool.Find(1);
            if (a == null) goto none;
            var b = Pool.Find(2);
            if (b == null) goto one;
            var c = Pool.Find(3);
            if (c == null) goto two;
            result = c.Read();
            c.Put();
        two: b.Put();
        one: a.Put();
        none: return result;
        }
        public static int Faulty()
        {
            int result = -1;
            var a = Pool.Find(1);
            if (a == null) goto none;
            var b = {|DVM2001:Pool.Find(2)|};
            if (b == null) goto one;
            var c = Pool.Find(3);
            if (c == null) goto one;
            result = c.Read();
            c.Put();
            b.Put();
        one: a.Put();
        none: return result;
        }
        """);

    /// <summary>One label for all failures that asks each object for null before it gives it up.</summary>
    [Fact]
    public Task One_label_for_all_failures() => SequenceCode.VerifyAsync("""
        public static int Clean()
        {
            Item b = null;
            int result = -1;
            var a = Pool.Find(1);
            if (a == null) goto done;
            b = Pool.Find(2);
            if (b == null) goto done;
            result = 0;
        done:
            if (b != null) b.Put();
            if (a != null) a.Put();
            return result;
        }
        public static int Faulty()
        {
            Item b = null;
            int result = -1;
            var a = Pool.Find(1);
            if (a == null) goto done;
            b = {|DVM2001:Pool.Find(2)|};
            if (b == null) goto done;
            result = 0;
        done:
            if (result != 0 && b != null) b.Put();
            if (a != null) a.Put();
            return result;
        }
        """);

    /// <summary>The sequence that was filled half is lost where an element is missing. The peer follows a loop once at most.</summary>
    [Fact]
    public Task Element_is_missing_in_some_round() => SequenceCode.VerifyAsync("""
        public static Sequence Clean(int n)
        {
            var result = Sequence.Create(n);
            if (result == null) return null;
            for (int i = 0; i < n; i++)
            {
                var element = Pool.Find(i);
                if (element == null) { result.Put(); return null; }
                result.Set(i, element);
            }
            return result;
        }
        public static Sequence Faulty(int n)
        {
            var result = {|DVM2001:Sequence.Create(n)|};
            if (result == null) return null;
            for (int i = 0; i < n; i++)
            {
                var element = Pool.Find(i);
                if (element == null) return null;
                result.Set(i, element);
            }
            return result;
        }
        """);

    /// <summary>Only the third round fails; a loop that is unrolled once never gets there.</summary>
    [Fact]
    public Task Third_round_only() => SequenceCode.VerifyAsync("""
        public static void Clean(int n)
        {
            var x = Pool.Take();
            for (int i = 0; i < n; i++)
            {
                if (i == 3) { x.Put(); return; }
                x.Read();
            }
            x.Put();
        }
        public static void Faulty(int n)
        {
            var x = {|DVM2001:Pool.Take()|};
            for (int i = 0; i < n; i++)
            {
                if (i == 3) return;
                x.Read();
            }
            x.Put();
        }
        """);

    /// <summary>A status that has to be zero; the failure is told by a number and not by null.</summary>
    [Fact]
    public Task Failure_is_a_number() => SequenceCode.VerifyAsync("""
        public static int Clean(Item lent)
        {
            int error = lent.GetOrErrno();
            if (error != 0) return error;
            if (lent.Read() < 0) { lent.Put(); return -5; }
            lent.Put();
            return 0;
        }
        public static int Faulty(Item lent)
        {
            int error = {|DVM2001:lent.GetOrErrno()|};
            if (error != 0) return error;
            if (lent.Read() < 0) return -5;
            lent.Put();
            return 0;
        }
        """);

    /// <summary>The error path gives up what was never obtained: the test before it is the wrong way round.</summary>
    [Fact]
    public Task Test_the_wrong_way_round() => SequenceCode.VerifyAsync("""
        public static void Clean(Item lent)
        {
            if (!lent.TryGet()) return;
            lent.Put();
        }
        public static void Faulty(Item lent)
        {
            if ({|DVM2001:lent.TryGet()|}) return;
            {|DVM2002:lent.Put()|};
        }
        """);

    /// <summary>Null is passed to a release that takes it: no more than that is wrong on a path that failed early.</summary>
    [Fact]
    public Task Null_is_given_up() => SequenceCode.VerifyAsync("""
        public static void Clean(int n)
        {
            Item x = null;
            if (n > 0) x = Pool.Find(n);
            Pool.Give(x);
        }
        public static void Faulty(int n)
        {
            Item x = null;
            if (n > 0) x = Pool.Find(n);
            Pool.Give(x);
            if (x != null) {|DVM2002:x.Put()|};
        }
        """);
}
