using System.Threading.Tasks;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Rules.ReleasedTooOften;

public sealed class ReleasedTooOftenFixTests
{
    [Fact]
    public Task RemovesTheStatementAndKeepsCommentsAbove() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public void M(Pool pool)
            {
                var page = pool.Take();
                page.Put();
                // again
                {|DVM2002:page.Put()|};
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
                page.Put();
                // again
                System.Console.WriteLine();
            }
        }
        """);

    [Fact]
    public Task KeepsACommentBehind() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public void M(Pool pool)
            {
                var page = pool.TryTake();
                page?.Put();
                page?{|DVM2002:.Put()|}; // why twice?
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
                page?.Put();
                // why twice?
            }
        }
        """);

    [Fact]
    public Task RemovesAnIfThatOnlyReleased() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public void M(Pool pool, bool a)
            {
                var page = pool.Take();
                page.Put();
                if (a)
                    {|DVM2002:page.Put()|};
                if (a)
                {
                    System.Console.WriteLine();
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
                page.Put();
                if (a)
                {
                    System.Console.WriteLine();
                }
            }
        }
        """);

    [Fact]
    public Task RemovesAnElseThatOnlyReleased() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public void M(Pool pool, bool a)
            {
                var page = pool.Take();
                page.Put();
                if (a)
                {
                    System.Console.WriteLine();
                }
                else
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
                page.Put();
                if (a)
                {
                    System.Console.WriteLine();
                }
            }
        }
        """);

    [Fact]
    public Task LeavesAnEmptyBranchWhereTheConditionActs() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            bool Act() => true;
            public void M(Pool pool)
            {
                var page = pool.Take();
                page.Put();
                if (Act()) {|DVM2002:page.Put()|};
            }
        }
        """,
        """
        using Devmap;
        public class C
        {
            bool Act() => true;
            public void M(Pool pool)
            {
                var page = pool.Take();
                page.Put();
                if (Act()) { }
            }
        }
        """);

    [Fact]
    public Task DissolvesAFinallyThatOnlyReleased() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public void M(Pool pool, bool a)
            {
                var page = pool.Take();
                page.Put();
                try
                {
                    System.Console.WriteLine();
                }
                catch (System.Exception)
                {
                    throw;
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
                page.Put();
                try
                {
                    System.Console.WriteLine();
                }
                catch (System.Exception)
                {
                    throw;
                }
            }
        }
        """);

    [Fact]
    public Task UnwrapsATryWhoseFinallyOnlyReleased() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public void M(Pool pool, bool a)
            {
                var page = pool.Take();
                page.Put();
                try
                {
                    // say so
                    if (a)
                    {
                        System.Console.WriteLine();
                    }
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
                page.Put();
                // say so
                if (a)
                {
                    System.Console.WriteLine();
                }
            }
        }
        """);

    [Fact]
    public Task NotOfferedWhereTheCallIsAnExpression() => RuleFixTest<ReleasedTooOftenFix>.VerifyNoFixAsync(
        """
        using Devmap;
        using Devmap.Contracts;
        class Counted
        {
            [TrustedContract, ReleasesRef] public int Release() => 0;
            [TrustedContract, AcquiresRef] public Counted() { }
        }
        public class C
        {
            public int M()
            {
                var counted = new Counted();
                counted.Release();
                return {|DVM2002:counted.Release()|};
            }
        }
        """);

    private static Task VerifyAsync(string marked, string expected) =>
        RuleFixTest<ReleasedTooOftenFix>.VerifyAsync(marked, expected, ReleasedTooOftenFix.RemoveReleaseKey);
}
