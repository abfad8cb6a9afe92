using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Peers.ResourceLeakChecker;

/// <summary>Methods that make a new obligation on an object that has been there before.</summary>
public sealed class ObligationResetTests
{
    /// <summary>Opened again after it was shut, and shut again; and not.</summary>
    [Fact]
    public Task Opened_again() => ChannelCode.VerifyAsync("""
        public static void Clean([BorrowedRef] Channel c)
        {
            c.Reopen();
            c.Shut();
            c.Reopen();
            c.Shut();
        }
        public static void Faulty([BorrowedRef] Channel c)
        {
            c.Reopen();
            c.Shut();
            {|DVM2001:c.Reopen()|};
        }
        """);

    /// <summary>Opened twice and shut once: to the peer, once is at least once.</summary>
    [Fact]
    public Task Opened_twice_shut_once() => ChannelCode.VerifyAsync("""
        public static void Clean([BorrowedRef] Channel c)
        {
            c.Reopen();
            c.Reopen();
            c.Shut();
            c.Shut();
        }
        public static void Faulty([BorrowedRef] Channel c)
        {
            c.Reopen();
            {|DVM2001:c.Reopen()|};
            c.Shut();
        }
        """);

    /// <summary>Opened again in each round, and shut in each round or once after the last.</summary>
    [Fact]
    public Task Opened_in_a_loop() => ChannelCode.VerifyAsync("""
        public static void Clean([BorrowedRef] Channel c, int n)
        {
            for (int i = 0; i < n; i++)
            {
                c.Reopen();
                if (c.Send() < 0) { c.Shut(); continue; }
                c.Shut();
            }
        }
        public static void Faulty([BorrowedRef] Channel c, int n)
        {
            for (int i = 0; i < n; i++)
            {
                {|DVM2001:c.Reopen()|};
                if (c.Send() < 0) continue;
                c.Shut();
            }
        }
        """);

    /// <summary>Opened again only where it was shut before, told by a flag.</summary>
    [Fact]
    public Task Opened_again_under_a_flag() => ChannelCode.VerifyAsync("""
        public static void Clean([BorrowedRef] Channel c, bool restart)
        {
            c.Reopen();
            if (restart) { c.Shut(); c.Reopen(); }
            c.Send();
            c.Shut();
        }
        public static void Faulty([BorrowedRef] Channel c, bool restart)
        {
            c.Reopen();
            if (restart) c.Shut();
            {|DVM2001:c.Reopen()|};
            c.Send();
            c.Shut();
        }
        """);
}
