using System.Threading.Tasks;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Rules.ReleasedTooOften;

public sealed class ReleasedTooOftenEarlierFixTests
{
    [Fact]
    public Task LeavesTheReleaseToTheFinallyBlock() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public void M(Pool pool, bool a)
            {
                var page = pool.Take();
                try
                {
                    if (a)
                    {
                        page.Put();
                        return;
                    }

                    System.Console.WriteLine();
                    page.Put(); // done
                }
                finally
                {
                    {|DVM2002:page.Put()|};
                }
            }
        }
        """,
        """
        using Devmap;
        public class C
        {
            public void M(Pool pool, bool a)
            {
                var page = pool.Take();
                try
                {
                    if (a)
                    {
                        return;
                    }

                    System.Console.WriteLine();
                    // done
                }
                finally
                {
                    page.Put();
                }
            }
        }
        """);

    [Fact]
    public Task RemovesTheOneOnABranchThatOthersNeed() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public void M(Pool pool, bool a)
            {
                var page = pool.Take();
                if (a)
                {
                    System.Console.WriteLine();
                    page.Put();
                }

                {|DVM2002:page.Put()|};
            }
        }
        """,
        """
        using Devmap;
        public class C
        {
            public void M(Pool pool, bool a)
            {
                var page = pool.Take();
                if (a)
                {
                    System.Console.WriteLine();
                }

                page.Put();
            }
        }
        """);

    private static Task VerifyAsync(string marked, string expected) =>
        RuleFixTest<ReleasedTooOftenFix>.VerifyAsync(marked, expected, ReleasedTooOftenFix.RemoveEarlierReleaseKey);
}
