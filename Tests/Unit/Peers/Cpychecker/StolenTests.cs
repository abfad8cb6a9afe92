using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Peers.Cpychecker;

/// <summary>Arguments whose reference the callee takes over, always or only where it succeeds.</summary>
public sealed class StolenTests
{
    /// <summary>A stolen reference is given up once more.</summary>
    [Fact]
    public Task Stolen_and_released() => SequenceCode.VerifyAsync("""
        public static void Clean(Sequence lent) => lent.Set(0, Pool.Take());
        public static void Faulty(Sequence lent)
        {
            var element = Pool.Take();
            lent.Set(0, element);
            {|DVM2002:element.Put()|};
        }
        """);

    /// <summary>A borrowed element must be acquired before it is put where it will be stolen.</summary>
    [Fact]
    public Task Borrowed_is_handed_to_a_thief() => SequenceCode.VerifyAsync("""
        public static void Clean(Sequence from, Sequence to)
        {
            var element = from.At(0);
            element.Get();
            to.Set(0, element);
        }
        public static void Faulty(Sequence from, Sequence to) => {|DVM2002:to.Set(0, from.At(0))|};
        """);

    /// <summary>The same new element goes to two places, with one reference for both.</summary>
    [Fact]
    public Task One_reference_for_two_places() => SequenceCode.VerifyAsync("""
        public static void Clean(Sequence lent)
        {
            var element = Pool.Take();
            element.Get();
            lent.Set(0, element);
            lent.Set(1, element);
        }
        public static void Faulty(Sequence lent)
        {
            var element = Pool.Take();
            lent.Set(0, element);
            {|DVM2002:lent.Set(1, element)|};
        }
        """);

    /// <summary>Stolen on success only. The attribute of the peer knows no condition, and is wrong on one side or the other.</summary>
    [Fact]
    public Task Stolen_on_success_only() => SequenceCode.VerifyAsync("""
        public static bool Clean(Sequence lent)
        {
            var element = Pool.Take();
            if (lent.TrySet(0, element)) return true;
            element.Put();
            return false;
        }
        public static bool Faulty(Sequence lent)
        {
            var element = {|DVM2001:Pool.Take()|};
            return lent.TrySet(0, element);
        }
        public static void Twice(Sequence lent)
        {
            var element = Pool.Take();
            if (lent.TrySet(0, element)) {|DVM2002:element.Put()|};
            else element.Put();
        }
        """);

    /// <summary>
    /// Given up in a try, and again in its handler. What takes over and what releases have the same contract, and a
    /// release does not throw: nobody can say that both are reached, so that nothing is said.
    /// </summary>
    [Fact]
    public Task Stolen_in_a_try() => SequenceCode.VerifyAsync("""
        public static void Clean(Sequence lent)
        {
            var element = Pool.Take();
            try { lent.Set(0, element); } catch (InvalidOperationException) { }
        }
        public static void Silent(Sequence lent)
        {
            var element = Pool.Take();
            try { lent.Set(0, element); } catch (InvalidOperationException) { element.Put(); }
        }
        """);
}
