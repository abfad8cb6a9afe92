using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.ReleasedByWrongFunction;

public sealed class MessageTests
{
    [Fact]
    public Task Another_kind() => MessageTest.VerifyAsync(
        """
        public class C
        {
            public void M(Item item)
            {
                {|#1:item.Pin()|};
                {|#0:{|#2:item.Put()|}|};
            }
        }
        """,
        "DVM2004",
        "'Put' is not how 'item' is given up: it gives up a 'ref' reference, and a 'pin' reference is held: 'Pin' acquired one (line 5)",
        "line 5: 'Pin' acquires a 'pin' reference on 'item'",
        "line 6: it is given up by the wrong function here");

    [Fact]
    public Task Another_lender() => MessageTest.VerifyAsync(
        """
        using Devmap.Contracts;
        public class C
        {
            public void M(Shelf left, Shelf right)
            {
                var item = {|#1:left.Rent()|};
                {|#0:{|#2:right.Return(item)|}|};
            }
        }
        [TrustedContract] public sealed class Shelf
        {
            [return: AcquiresRef] public Item Rent() => null!;
            public void Return([ReleasesRef(Of = "this")] Item item) { }
        }
        """,
        "DVM2004",
        "'Return' is not how 'item' is given up: it goes back to 'right', and came from 'left': 'Rent' acquired one (line 6)",
        "line 6: 'Rent' acquires a reference on 'item'",
        "line 7: it is given up by the wrong function here");
}
