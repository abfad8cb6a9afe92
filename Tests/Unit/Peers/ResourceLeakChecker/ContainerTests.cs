using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Peers.ResourceLeakChecker;

/// <summary>Arrays and collections of resources: the manual of the peer says to write the code in another way.</summary>
public sealed class ContainerTests
{
    /// <summary>Where a list without contract has it, nobody can say who shuts it: silence, not a guess.</summary>
    [Fact]
    public Task List_without_contract() => ChannelCode.VerifyAsync("""
        public static List<Channel> Silent(int n)
        {
            var list = new List<Channel>();
            for (int i = 0; i < n; i++) list.Add(Net.Open());
            return list;
        }
        """);

    /// <summary>Opened for the list and never added on one path.</summary>
    [Fact]
    public Task Not_added_on_one_path() => ChannelCode.VerifyAsync("""
        public static void Clean(List<Channel> list, bool a)
        {
            var c = Net.Open();
            if (a) list.Add(c); else c.Shut();
        }
        public static void Faulty(List<Channel> list, bool a)
        {
            var c = {|DVM2001:Net.Open()|};
            if (a) list.Add(c);
        }
        """);

    /// <summary>All elements of an array are shut in a loop; whose they were before is not known here.</summary>
    [Fact]
    public Task Array_is_shut_one_by_one() => ChannelCode.VerifyAsync("""
        public static void Silent(Channel[] all)
        {
            foreach (var c in all) c.Send();
            for (int i = 0; i < all.Length; i++) { var c = Net.Open(); all[i] = c; }
        }
        """);

    /// <summary>One element is opened and shut in each round of a loop that may end early.</summary>
    [Fact]
    public Task Loop_ends_early() => ChannelCode.VerifyAsync("""
        public static int Clean(int n)
        {
            for (int i = 0; i < n; i++)
            {
                var c = Net.TryOpen();
                if (c == null) continue;
                int sent = c.Send();
                c.Shut();
                if (sent > 0) return sent;
            }
            return 0;
        }
        public static int Faulty(int n)
        {
            for (int i = 0; i < n; i++)
            {
                var c = {|DVM2001:Net.TryOpen()|};
                if (c == null) continue;
                int sent = c.Send();
                if (sent > 0) return sent;
                c.Shut();
            }
            return 0;
        }
        """);
}
