using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.OwnedFieldNotReleased;

public sealed class MessageTests
{
    [Fact]
    public Task Field_that_the_release_leaves_alone() => MessageTest.VerifyAsync(
        """
        using System;
        using Devmap.Contracts;
        public sealed class C : IDisposable
        {
            [OwnedRef] private Item {|#0:_item|} = Pool.Take();
            public void {|#1:Dispose|}() { }
        }
        """,
        "DVM2007",
        "The reference that '_item' owns is not given up: 'Dispose' leaves it alone",
        "line 6: 'Dispose' leaves it alone");

    [Fact]
    public Task Exit_that_forgets() => MessageTest.VerifyAsync(
        """
        using System;
        using Devmap.Contracts;
        public sealed class C : IDisposable
        {
            [OwnedRef] private Item _item = Pool.Take();
            public void Dispose() => Close(1);

            [ReleasesRef(Kind = "dispose")]
            public bool Close(int n)
            {
                if ({|#1:n == 0|})
                {
                    {|#0:{|#2:return false;|}|}
                }

                _item?.Put();
                _item = null;
                return true;
            }
        }
        """,
        "DVM2007",
        "The reference that '_item' owns is not given up: it is still held when the method returns at line 13, where 'n == 0' is true",
        "line 11: 'n == 0' is true",
        "line 13: it is still held here, and lost");
}
