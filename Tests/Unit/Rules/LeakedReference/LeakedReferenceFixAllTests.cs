using System.Threading.Tasks;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Rules.LeakedReference;

public sealed class LeakedReferenceFixAllTests
{
    [Fact]
    public Task NestsTheFinallyBlocksOfTwoLeaks() => RuleFixTest<LeakedReferenceFix>.VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public int M(Pool pool, bool a)
            {
                var page = {|DVM2001:pool.Take()|};
                var other = {|DVM2001:pool.Take()|};
                // which one?
                if (a)
                    return page.RefCount; // the first

                return other.RefCount;
            }
        }
        """,
        """
        using Devmap;
        public class C
        {
            public int M(Pool pool, bool a)
            {
                var page = pool.Take();
                try
                {
                    var other = pool.Take();
                    try
                    {
                        // which one?
                        if (a)
                            return page.RefCount; // the first

                        return other.RefCount;
                    }
                    finally
                    {
                        other.Put();
                    }
                }
                finally
                {
                    page.Put();
                }
            }
        }
        """, LeakedReferenceFix.ReleaseInFinallyKey);

    [Fact]
    public Task InsertsTheReleasesOfTwoLeaksAtTheSameExits() => RuleFixTest<LeakedReferenceFix>.VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public int M(Pool pool, bool a)
            {
                var page = {|DVM2001:pool.Take()|};
                var other = {|DVM2001:pool.Take()|};
                // which one?
                if (a)
                    return page.RefCount; // the first

                return other.RefCount;
            }
        }
        """,
        """
        using Devmap;
        public class C
        {
            public int M(Pool pool, bool a)
            {
                var page = pool.Take();
                var other = pool.Take();
                // which one?
                if (a)
                {
                    var refCount = page.RefCount;
                    page.Put();
                    other.Put();
                    return refCount; // the first
                }

                page.Put();
                var refCount2 = other.RefCount;
                other.Put();
                return refCount2;
            }
        }
        """, LeakedReferenceFix.InsertReleaseKey);

    [Fact]
    public Task FixesSeveralDocuments() => RuleFixTest<LeakedReferenceFix>.VerifyAsync(
        (
            """
            using Devmap;
            public class C
            {
                public void M(Pool pool)
                {
                    var page = {|DVM2001:pool.Take()|};
                    System.Console.WriteLine(page.RefCount);
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
                    System.Console.WriteLine(page.RefCount);
                    page.Put();
                }
            }
            """),
        (
            """
            using Devmap;
            public class D
            {
                public void M(Pool pool)
                {
                    var page = {|DVM2001:pool.Take()|};
                    System.Console.WriteLine(page.RefCount);
                }
            }
            """,
            """
            using Devmap;
            public class D
            {
                public void M(Pool pool)
                {
                    var page = pool.Take();
                    System.Console.WriteLine(page.RefCount);
                    page.Put();
                }
            }
            """));
}
