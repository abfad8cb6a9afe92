using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.ReleaseCountMismatch;

public sealed class MessageTests
{
    [Fact]
    public Task As_many_as_were_asked_for() => MessageTest.VerifyAsync(
        """
        public class C
        {
            public void M(Item[] items, int wanted)
            {
                int got = {|#1:Batch.Pin(wanted, items)|};
                if ({|#2:got > 0|})
                {
                    Batch.Unpin(items, {|#0:{|#3:wanted|}|});
                }
            }
        }
        """ + Batch,
        "DVM2006",
        "'Unpin' gives up 'wanted' 'pin' references on 'items', and 'got' were acquired (line 5)",
        "line 5: 'Pin' acquires a 'pin' reference on 'items'",
        "line 6: 'got > 0' is true",
        "line 8: another number is given up here");

    [Fact]
    public Task Error_code() => MessageTest.VerifyAsync(
        """
        public class C
        {
            public void M(Item[] items, int wanted)
            {
                int got = {|#1:Batch.Pin(wanted, items)|};
                if ({|#2:got < 0|})
                {
                    Batch.Unpin(items, {|#0:{|#3:got|}|});
                }
                else if (got > 0)
                {
                    Batch.Unpin(items, got);
                }
            }
        }
        """ + Batch,
        "DVM2006",
        "'Unpin' gives up 'got' 'pin' references on 'items', which is an error code where none was acquired",
        "line 5: 'Pin' acquires no 'pin' reference on 'items'",
        "line 6: 'got < 0' is true",
        "line 8: another number is given up here");

    private const string Batch = """

        [Devmap.Contracts.TrustedContract] public static class Batch
        {
            public static int Pin(int wanted, [Devmap.Contracts.AcquiresRef(Kind = "pin", When = Devmap.Contracts.When.Positive, Count = "return")] Item[] items) => 0;
            public static void Unpin([Devmap.Contracts.ReleasesRef(Kind = "pin", Count = "count")] Item[] items, int count) { }
        }
        """;
}
