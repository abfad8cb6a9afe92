using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Peers.ResourceLeakChecker;

/// <summary>Several names, or several results, for one obligation.</summary>
public sealed class ResourceAliasTests
{
    /// <summary>One of two names, chosen by a condition, is shut. The peer's aliases know no conditions (an old false positive).</summary>
    [Fact]
    public Task Alias_chosen_by_a_condition() => ChannelCode.VerifyAsync("""
        public static void Clean(bool a)
        {
            Channel c = Net.Open();
            Channel d = null;
            if (a) { d = c; c = null; }
            if (a) d.Shut(); else c.Shut();
        }
        public static void Faulty(bool a, bool b)
        {
            Channel c = {|DVM2001:Net.Open()|};
            Channel d = null;
            if (a) { d = c; c = null; }
            if (b) d?.Shut(); else c?.Shut();
        }
        """);

    /// <summary>Shut through either name of the same object, but once.</summary>
    [Fact]
    public Task Fluent_call_is_the_same_channel() => ChannelCode.VerifyAsync("""
        public static void Clean()
        {
            var c = Net.Open().With(1).With(2);
            c.Shut();
        }
        public static void Faulty()
        {
            var c = Net.Open();
            var d = c.With(1);
            d.Shut();
            {|DVM2002:c.Shut()|};
        }
        public static void Lost()
        {
            var c = {|DVM2001:Net.Open()|}.With(1);
            c.Send();
        }
        """);

    /// <summary>Through a generic method the obligation stays with its object. Type variables are a known gap of the peer.</summary>
    [Fact]
    public Task Through_a_type_variable() => ChannelCode.VerifyAsync("""
        public static void Clean()
        {
            var c = Net.Same(Net.Open());
            c.Shut();
        }
        public static void Faulty()
        {
            var c = {|DVM2001:Net.Open()|};
            Net.Same(c).Send();
        }
        """);

    /// <summary>A body over a type variable: what is known of its constraint is known of it.</summary>
    [Fact]
    public Task Of_a_type_variable() => ChannelCode.VerifyAsync("""
        public static void Clean<T>([ReleasesRef(Kind = "open")] T c) where T : Channel => c.Shut();
        public static void Faulty<T>([ReleasesRef(Kind = "open")] T c) where T : Channel
        {
            c.Shut();
            {|DVM2002:c.Shut()|};
        }
        """);

    /// <summary>A cast, an interface or a pattern is one more name.</summary>
    [Fact]
    public Task Through_a_cast() => ChannelCode.VerifyAsync("""
        public static void Clean()
        {
            object o = Net.Open();
            ((Channel)o).Shut();
        }
        public static void Faulty()
        {
            object o = {|DVM2001:Net.Open()|};
            if (o is Channel c) c.Send();
        }
        """);

    /// <summary>Swapped in a tuple assignment: both obligations are still there, under each other's names.</summary>
    [Fact]
    public Task Swapped() => ChannelCode.VerifyAsync("""
        public static void Clean()
        {
            var c = Net.Open();
            var d = Net.Open();
            (c, d) = (d, c);
            c.Shut();
            d.Shut();
        }
        public static void Faulty()
        {
            var c = Net.Open();
            var d = {|DVM2001:Net.Open()|};
            (c, d) = (d, c);
            d.Shut();
            c = null;
        }
        """);
}
