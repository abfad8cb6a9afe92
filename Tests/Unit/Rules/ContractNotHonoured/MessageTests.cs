using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.ContractNotHonoured;

public sealed class MessageTests
{
    [Fact]
    public Task Takes_and_answers_that_it_did_not() => MessageTest.VerifyAsync(
        """
        using Devmap.Contracts;
        public class C
        {
            public bool M([AcquiresRef(When = When.True)] Item item, bool late)
            {
                {|#1:item.Get()|};
                if ({|#2:late|})
                {
                    {|#0:{|#3:return false;|}|}
                }

                return true;
            }
        }
        """,
        "DVM3002",
        "'M' does not do what its contract says: on 'item' it takes a reference, where it promises to leave the count alone",
        "line 6: 'Get' acquires a reference on 'item'",
        "line 7: 'late' is true",
        "line 9: the method is left here");
}
