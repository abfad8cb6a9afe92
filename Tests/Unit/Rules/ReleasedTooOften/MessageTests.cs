using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.ReleasedTooOften;

public sealed class MessageTests
{
    [Fact]
    public Task Second_release() => MessageTest.VerifyAsync(
        """
        public class C
        {
            public void M(bool failed)
            {
                var item = {|#1:Pool.Take()|};
                if ({|#2:failed|})
                {
                    {|#3:item.Put()|};
                }

                {|#0:{|#4:item.Put()|}|};
            }
        }
        """,
        "DVM2002",
        "'Put' gives up a reference on 'item' that is not held here: 'Put' gave it up (line 8)",
        "line 5: 'Take' acquires a reference on 'item'",
        "line 6: 'failed' is true",
        "line 8: 'Put' gives up the reference on 'item'",
        "line 11: it is given up here, and nothing is held");

    [Fact]
    public Task Lent_argument() => MessageTest.VerifyAsync(
        """
        public class C
        {
            public void M(Item item)
            {
                item.Read();
                {|#0:{|#1:item.Put()|}|};
            }
        }
        """,
        "DVM2002",
        "'Put' gives up a reference on 'item' that is not held here: it was only lent to this method",
        "line 6: it is given up here, and nothing is held");
}
