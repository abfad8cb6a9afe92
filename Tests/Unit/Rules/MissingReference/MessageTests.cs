using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.MissingReference;

public sealed class MessageTests
{
    [Fact]
    public Task Bare_pointer() => MessageTest.VerifyAsync(
        """
        public class C
        {
            public void M(int n)
            {
                var item = {|#1:Pool.Peek(n)|};
                if ({|#2:item != null|})
                {
                    Pool.Lend({|#0:{|#3:item|}|});
                }
            }
        }
        """,
        "DVM2009",
        "'Lend' requires that something holds a reference on 'item': 'Peek', where it comes from, takes none (line 5)",
        "line 5: 'item' comes from 'Peek', which takes no reference",
        "line 6: 'item != null' is true",
        "line 8: it is required here, and nothing is held");

    [Fact]
    public Task Held_by_the_caller_itself() => MessageTest.VerifyAsync(
        """
        using Devmap.Contracts;
        public class C
        {
            public void M(Item item)
            {
                {|#1:item.Get()|};
                {|#2:item.Put()|};
                Use({|#0:{|#3:item|}|});
            }

            [TrustedContract] private static void Use([RequiresRef(Held = true)] Item item) { }
        }
        """,
        "DVM2009",
        "'Use' requires that its caller itself holds a reference on 'item': 'Put' gave it up (line 7)",
        "line 6: 'Get' acquires a reference on 'item'",
        "line 7: 'Put' gives up the reference on 'item'",
        "line 8: it is required here, and nothing is held");
}
