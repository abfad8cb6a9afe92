using System.Threading.Tasks;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Rules.UsedAfterRelease;

public sealed class UsedAfterReleaseFixTests
{
    [Fact]
    public Task MovesTheReleaseBelowTheLastUse() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public void M(Pool pool)
            {
                var page = pool.Take();
                page.Put();
                var a = {|DVM2003:page.ReadByte(0)|}; // first
                System.Console.WriteLine(a + page.ReadByte(1)); // last
                System.Console.WriteLine();
            }
        }
        """,
        """
        using Devmap;
        public class C
        {
            public void M(Pool pool)
            {
                var page = pool.Take();
                var a = page.ReadByte(0); // first
                System.Console.WriteLine(a + page.ReadByte(1)); // last
                page.Put();
                System.Console.WriteLine();
            }
        }
        """);

    [Fact]
    public Task ComputesAReturnedValueFirst() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public byte M(Pool pool)
            {
                var page = pool.Take();
                page.Put();
                return {|DVM2003:page.ReadByte(0)|};
            }
        }
        """,
        """
        using Devmap;
        public class C
        {
            public byte M(Pool pool)
            {
                var page = pool.Take();
                var result = page.ReadByte(0);
                page.Put();
                return result;
            }
        }
        """);

    [Fact]
    public Task NotOfferedAcrossAnExit() => VerifyNoneAsync(
        """
        using Devmap;
        public class C
        {
            public void M(Pool pool, bool a)
            {
                var page = pool.Take();
                page.Put();
                if (a) return;
                {|DVM2003:page.ReadByte(0)|};
            }
        }
        """);

    [Fact]
    public Task NotOfferedOutOfABranch() => VerifyNoneAsync(
        """
        using Devmap;
        public class C
        {
            public void M(Pool pool, bool a)
            {
                var page = {|DVM2001:pool.Take()|};
                if (a) { page.Put(); }
                {|DVM2003:page.ReadByte(0)|};
            }
        }
        """);

    private static Task VerifyAsync(string marked, string expected) =>
        RuleFixTest<UsedAfterReleaseFix>.VerifyAsync(marked, expected, UsedAfterReleaseFix.MoveReleaseKey);

    private static Task VerifyNoneAsync(string marked) => RuleFixTest<UsedAfterReleaseFix>.VerifyNoFixAsync(marked);
}
