using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Peers.ResourceLeakChecker;

/// <summary>Parameters and results that carry the obligation along, and those that do not.</summary>
public sealed class OwnershipTests
{
    /// <summary>A parameter that is taken over is an obligation of the body, on every path.</summary>
    [Fact]
    public Task Owning_parameter() => ChannelCode.VerifyAsync("""
        public static void Clean([ReleasesRef(Kind = "open")] Channel c, bool a)
        {
            if (a) { c.Shut(); return; }
            Net.Sink(c);
        }
        public static void Faulty([ReleasesRef(Kind = "open")] Channel {|DVM2001:c|}, bool a)
        {
            if (a) return;
            c.Shut();
        }
        """);

    /// <summary>What is only lent must not be shut. The peer checks "at least once", so that it never objects to a release.</summary>
    [Fact]
    public Task Lent_parameter() => ChannelCode.VerifyAsync("""
        public static void Clean([BorrowedRef] Channel c) => c.Send();
        public static void Faulty([BorrowedRef] Channel c)
        {
            c.Send();
            {|DVM2002:c.Shut()|};
        }
        """);

    /// <summary>Shut here although it was handed over before: "at least once" is content with twice.</summary>
    [Fact]
    public Task Handed_over_and_shut() => ChannelCode.VerifyAsync("""
        public static void Clean()
        {
            var c = Net.Open();
            Net.Look(c);
            c.Shut();
        }
        public static void Faulty()
        {
            var c = Net.Open();
            Net.Sink(c);
            {|DVM2002:c.Shut()|};
        }
        """);

    /// <summary>The obligation goes through a result, a ternary and a local before the caller has it.</summary>
    [Fact]
    public Task Owning_result() => ChannelCode.VerifyAsync("""
        [return: AcquiresRef(Kind = "open", When = When.NotNull)] public static Channel Clean(bool a)
        {
            var c = a ? Net.Open() : null;
            return c;
        }
        public static void User(bool a)
        {
            var c = {|DVM2001:Clean(a)|};
            c?.Send();
        }
        """);

    /// <summary>The callee takes over only where it says so. The peer transfers on every normal return.</summary>
    [Fact]
    public Task Taken_over_on_success() => ChannelCode.VerifyAsync("""
        public static void Clean()
        {
            var c = Net.Open();
            if (!Net.TrySink(c)) c.Shut();
        }
        public static void Faulty()
        {
            var c = {|DVM2001:Net.Open()|};
            if (!Net.TrySink(c)) return;
        }
        public static void Both()
        {
            var c = Net.Open();
            if (Net.TrySink(c)) {|DVM2002:c.Shut()|}; else c.Shut();
        }
        """);

    /// <summary>A constructor that takes over and throws has taken over: a handler that shuts it shuts it twice. To the peer only a normal return transfers.</summary>
    [Fact]
    public Task Taken_over_by_a_constructor_that_throws() => ChannelCode.VerifyAsync("""
        public static void Clean()
        {
            var c = Net.Open();
            Envelope e;
            try { e = new Envelope(c); } catch (InvalidOperationException) { return; }
            e.Shut();
        }
        public static void Faulty()
        {
            var c = Net.Open();
            Envelope e;
            try { e = new Envelope(c); } catch (InvalidOperationException) { {|DVM2002:c.Shut()|}; throw; }
            e.Shut();
        }
        """);

    /// <summary>Shut by its user although a wrapper has it now.</summary>
    [Fact]
    public Task Wrapped_and_shut() => ChannelCode.VerifyAsync("""
        public static void Clean()
        {
            var e = new Envelope(new Channel());
            e.Send();
            e.Shut();
        }
        public static void Faulty()
        {
            var c = new Channel();
            var e = new Envelope(c);
            {|DVM2002:c.Shut()|};
            e.Shut();
        }
        public static void Lost()
        {
            var e = {|DVM2001:new Envelope(new Channel())|};
            e.Send();
        }
        """);

    /// <summary>What the wrapper keeps may be used while the wrapper lives, and no longer.</summary>
    [Fact]
    public Task Used_beside_its_wrapper() => ChannelCode.VerifyAsync("""
        public static void Clean()
        {
            var c = new Channel();
            var e = new Envelope(c);
            c.Send();
            e.Shut();
        }
        public static void Faulty()
        {
            var c = new Channel();
            var e = new Envelope(c);
            e.Shut();
            {|DVM2003:c.Send()|};
        }
        """);
}
