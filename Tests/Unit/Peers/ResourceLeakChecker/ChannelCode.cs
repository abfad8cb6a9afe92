using System.Threading.Tasks;
using Devmap.Tests.Unit.Flow;

namespace Devmap.Tests.Unit.Peers.ResourceLeakChecker;

/// <summary>A channel that can be opened again, a wrapper around it, and functions that take over, lend, or may fail.</summary>
internal static class ChannelCode
{
    private const string Library = """

        [TrustedContract]
        public class Channel
        {
            [AcquiresRef(Kind = "open")] public Channel() { }
            [AcquiresRef(Kind = "open")] public void Reopen() { }
            [ReleasesRef(Kind = "open")] public void Shut() { }
            [RequiresRef(Kind = "open")] public int Send() => 0;
            [return: AliasOf] public Channel With(int option) => this;
        }

        [TrustedContract]
        public sealed class Envelope
        {
            [AcquiresRef(Kind = "envelope")] public Envelope([ReleasesRef(Kind = "open")] [KeptBy] Channel channel) { }
            [ReleasesRef(Kind = "envelope")] public void Shut() { }
            public int Send() => 0;
        }

        [TrustedContract]
        public static class Net
        {
            [return: AcquiresRef(Kind = "open")] public static Channel Open() => new Channel();
            [return: AcquiresRef(Kind = "open", When = When.NotNull)] public static Channel TryOpen() => null;
            public static void Sink([ReleasesRef(Kind = "open")] Channel channel) { }
            public static bool TrySink([ReleasesRef(Kind = "open", When = When.True)] Channel channel) => false;
            public static void Look([BorrowedRef] Channel channel) { }
            [return: AliasOf(Source = "channel")] public static T Same<T>(T channel) where T : Channel => channel;
        }

        """;

    public static Task VerifyAsync(string members) => CountedCode.VerifyAsync(Library + "public class C {\n" + members + "\n}");
}
