using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Peers.ResourceLeakChecker;

/// <summary>Ways out by an exception. The peer leaves whole families of exceptions out by a list.</summary>
public sealed class ExceptionalExitTests
{
    /// <summary>The second of two resources fails, and the first is nobody's: a documented hole of the peer.</summary>
    [Fact]
    public Task Second_resource_throws() => ChannelCode.VerifyAsync("""
        public static void Clean()
        {
            Channel first = null, second = null;
            try
            {
                first = Net.Open();
                second = Net.Open();
                second.Send();
            }
            finally
            {
                second?.Shut();
                first?.Shut();
            }
        }
        public static void Faulty()
        {
            var first = {|DVM2001:Net.Open()|};
            Channel second = null;
            try { second = Net.Open(); }
            catch (InvalidOperationException) { return; }
            second.Shut();
            first.Shut();
        }
        """);

    /// <summary>An exception that the peer ignores by its list is thrown on purpose.</summary>
    [Fact]
    public Task Argument_is_rejected_too_late() => ChannelCode.VerifyAsync("""
        public static int Clean(int n)
        {
            if (n < 0) throw new ArgumentOutOfRangeException(nameof(n));
            var c = Net.Open();
            int sent = c.Send();
            c.Shut();
            return sent;
        }
        public static int Faulty(int n)
        {
            var c = {|DVM2001:Net.Open()|};
            if (n < 0) throw new ArgumentOutOfRangeException(nameof(n));
            int sent = c.Send();
            c.Shut();
            return sent;
        }
        """);

    /// <summary>Rethrown from a handler that cleans up, and from one that does not.</summary>
    [Fact]
    public Task Handler_rethrows() => ChannelCode.VerifyAsync("""
        public static void Clean()
        {
            var c = Net.Open();
            try { c.Send(); }
            catch { c.Shut(); throw; }
            c.Shut();
        }
        public static void Faulty()
        {
            var c = {|DVM2001:Net.Open()|};
            try { c.Send(); }
            catch (InvalidOperationException) { throw; }
            c.Shut();
        }
        """);

    /// <summary>Only the handler of one type cleans up.</summary>
    [Fact]
    public Task One_of_two_handlers() => ChannelCode.VerifyAsync("""
        public static void Clean()
        {
            var c = Net.Open();
            try { c.Send(); c.Shut(); }
            catch (InvalidOperationException) { c.Shut(); }
        }
        public static void Faulty()
        {
            var c = {|DVM2001:Net.Open()|};
            try { c.Send(); c.Shut(); }
            catch (InvalidOperationException) { c.Shut(); }
            catch (ArgumentException) { }
        }
        """);

    /// <summary>Shut in the try and in the finally: the same path comes by both.</summary>
    [Fact]
    public Task Shut_in_try_and_finally() => ChannelCode.VerifyAsync("""
        public static void Clean()
        {
            var c = Net.Open();
            try { c.Send(); }
            finally { c.Shut(); }
        }
        public static void Faulty()
        {
            var c = Net.Open();
            try { c.Send(); c.Shut(); }
            finally { {|DVM2002:c.Shut()|}; }
        }
        """);
}
