using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.UncheckedAcquire;

public sealed class MessageTests
{
    [Fact]
    public Task Dropped_bool() => MessageTest.VerifyAsync(
        """
        public class C
        {
            public void M(Item item)
            {
                {|#0:{|#1:{|#2:item.TryGet()|}|}|};
                item.Read();
                item.Put();
            }
        }
        """,
        "DVM2005",
        "The answer of 'TryGet' is not checked: where it is false, no reference on 'item' was acquired",
        "line 5: 'TryGet' acquires no reference on 'item'",
        "line 5: nobody asks for the answer");

    [Fact]
    public Task Null_not_asked_for() => MessageTest.VerifyAsync(
        """
        public class C
        {
            public void M(int n)
            {
                var item = {|#0:{|#1:{|#2:Pool.Find(n)|}|}|};
                item.Put();
            }
        }
        """,
        "DVM2005",
        "The answer of 'Find' is not checked: where it is null, no reference on 'item' was acquired",
        "line 5: 'Find' acquires no reference on 'item'",
        "line 5: nobody asks for the answer");
}
