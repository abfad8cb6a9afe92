using System.Threading.Tasks;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Rules.LeakedReference;

public sealed class LeakedReferenceInsertionFixTests
{
    private const string Insert = LeakedReferenceFix.InsertReleaseKey;

    [Fact]
    public Task InsertsBeforeTheOnlyReturn() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public int M(Page page)
            {
                {|DVM2001:page.Get()|};
                var b = page.ReadByte(0); // read
                // done
                return b;
            }
        }
        """,
        """
        using Devmap;
        public class C
        {
            public int M(Page page)
            {
                page.Get();
                var b = page.ReadByte(0); // read
                // done
                page.Put();
                return b;
            }
        }
        """);

    [Fact]
    public Task KeepsAReturnedValueThatNeedsTheObject() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public int M(Page page)
            {
                {|DVM2001:page.Get()|};
                return page.ReadByte(0);
            }
        }
        """,
        """
        using Devmap;
        public class C
        {
            public int M(Page page)
            {
                page.Get();
                int result = page.ReadByte(0);
                page.Put();
                return result;
            }
        }
        """, Insert);

    [Fact]
    public Task GivesBracesToAnEmbeddedReturn() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public int M(Page page)
            {
                {|DVM2001:page.Get()|};
                if (page.RefCount > 1) return 1; // shared
                else
                    return 2; // alone
            }
        }
        """,
        """
        using Devmap;
        public class C
        {
            public int M(Page page)
            {
                page.Get();
                if (page.RefCount > 1)
                {
                    page.Put();
                    return 1; // shared
                }
                else
                {
                    page.Put();
                    return 2; // alone
                }
            }
        }
        """, Insert);

    [Fact]
    public Task InsertsOnlyWhereOtherPathsRelease() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public int M(Page page, bool a)
            {
                {|DVM2001:page.Get()|};
                if (a) return 1;
                page.Put();
                return 2;
            }
        }
        """,
        """
        using Devmap;
        public class C
        {
            public int M(Page page, bool a)
            {
                page.Get();
                if (a)
                {
                    page.Put();
                    return 1;
                }
                page.Put();
                return 2;
            }
        }
        """);

    [Fact]
    public Task LeavesByContinueAndAtTheEndOfALoop() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public void M(Pool pool, int n)
            {
                for (var i = 0; i < n; i++)
                {
                    var page = {|DVM2001:pool.Take()|};
                    if (page.RefCount > 1)
                        continue;
                    page.ReadByte(i);
                }
            }
        }
        """,
        """
        using Devmap;
        public class C
        {
            public void M(Pool pool, int n)
            {
                for (var i = 0; i < n; i++)
                {
                    var page = pool.Take();
                    if (page.RefCount > 1)
                    {
                        page.Put();
                        continue;
                    }
                    page.ReadByte(i);
                    page.Put();
                }
            }
        }
        """, Insert);

    [Fact]
    public Task ReleasesAfterAResultThatMayBeNull() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public void M(Pool pool)
            {
                var page = {|DVM2001:pool.TryTake()|};
                System.Console.WriteLine(page?.RefCount);
            }
        }
        """,
        """
        using Devmap;
        public class C
        {
            public void M(Pool pool)
            {
                var page = pool.TryTake();
                System.Console.WriteLine(page?.RefCount);
                page?.Put();
            }
        }
        """, Insert);

    [Fact]
    public Task ReleasesBeforeTheNameIsReused() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public void M(Pool pool)
            {
                var page = {|DVM2001:pool.Take()|};
                page.ReadByte(0);
                page = pool.Take();
                page.Put();
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
                page.ReadByte(0);
                page.Put();
                page = pool.Take();
                page.Put();
            }
        }
        """);

    private static Task VerifyAsync(string marked, string expected, string? key = null) =>
        RuleFixTest<LeakedReferenceFix>.VerifyAsync(marked, expected, key);
}
