using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.UsedAfterRelease;

public sealed class MessageTests
{
    [Fact]
    public Task Read_after_put() => MessageTest.VerifyAsync(
        """
        public class C
        {
            public int M()
            {
                var item = {|#1:Pool.Take()|};
                {|#2:item.Put()|};
                return {|#0:{|#3:item.Read()|}|};
            }
        }
        """,
        "DVM2003",
        "'item' is used after its last reference was given up: 'Put' gave it up (line 6)",
        "line 5: 'Take' acquires a reference on 'item'",
        "line 6: 'Put' gives up the reference on 'item'",
        "line 7: it is used here");

    [Fact]
    public Task Argument_after_put_on_one_branch() => MessageTest.VerifyAsync(
        """
        public class C
        {
            public void M(int n)
            {
                var item = {|#1:Pool.Find(n)|};
                if ({|#2:item == null|})
                {
                    return;
                }

                {|#3:Pool.Give(item)|};
                Pool.Lend({|#0:{|#4:item|}|});
            }
        }
        """,
        "DVM2003",
        "'item' is used after its last reference was given up: 'Give' gave it up (line 11)",
        "line 5: 'Find' acquires a reference on 'item'",
        "line 6: 'item == null' is false",
        "line 11: 'Give' gives up the reference on 'item'",
        "line 12: it is used here");
}
