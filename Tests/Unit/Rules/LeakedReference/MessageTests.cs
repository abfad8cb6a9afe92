using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.LeakedReference;

public sealed class MessageTests
{
    [Fact]
    public Task Early_return() => MessageTest.VerifyAsync(
        """
        public class C
        {
            public void M(bool hurry)
            {
                var item = {|#0:{|#1:Pool.Take()|}|};
                if ({|#2:hurry|})
                {
                    {|#3:return;|}
                }

                item.Put();
            }
        }
        """,
        "DVM2001",
        "The reference that 'Take' acquires on 'item' is never given up: it is still held when the method returns at line 8, where 'hurry' is true",
        "line 5: 'Take' acquires a reference on 'item'",
        "line 6: 'hurry' is true",
        "line 8: it is still held here, and lost");

    [Fact]
    public Task End_of_the_body_after_a_successful_try() => MessageTest.VerifyAsync(
        """
        public class C
        {
            public void M(Item item)
            {
                bool ok = {|#0:{|#1:item.TryPin()|}|};
                if ({|#2:ok|})
                {
                    item.Read();
                }
            {|#3:}|}
        }
        """,
        "DVM2001",
        "The 'pin' reference that 'TryPin' acquires on 'item' is never given up: it is still held when the method ends, where 'ok' is true",
        "line 5: 'TryPin' acquires a 'pin' reference on 'item'",
        "line 6: 'ok' is true",
        "line 10: it is still held here, and lost");

    [Fact]
    public Task Overwritten() => MessageTest.VerifyAsync(
        """
        public class C
        {
            public void M()
            {
                var item = {|#0:{|#1:Pool.Take()|}|};
                {|#2:item = Pool.Take()|};
                item.Put();
            }
        }
        """,
        "DVM2001",
        "The reference that 'Take' acquires on 'item' is never given up: its last name gets another value at line 6",
        "line 5: 'Take' acquires a reference on 'item'",
        "line 6: it is still held here, and lost");

    [Fact]
    public Task Throw() => MessageTest.VerifyAsync(
        """
        public class C
        {
            public void M(Item item, int size)
            {
                {|#0:{|#1:item.Get()|}|};
                if ({|#2:size < 0|})
                {
                    {|#3:throw new System.ArgumentException();|}
                }

                item.Put();
            }
        }
        """,
        "DVM2001",
        "The reference that 'Get' acquires on 'item' is never given up: it is still held when the method throws at line 8, where 'size < 0' is true",
        "line 5: 'Get' acquires a reference on 'item'",
        "line 6: 'size < 0' is true",
        "line 8: it is still held here, and lost");
}
