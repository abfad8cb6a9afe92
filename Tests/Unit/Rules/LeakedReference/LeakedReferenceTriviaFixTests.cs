using System.Threading.Tasks;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Rules.LeakedReference;

public sealed class LeakedReferenceTriviaFixTests
{
    [Fact]
    public Task KeepsRegionsCommentsAndRawStringsInAWrappedBlock() => VerifyAsync(
        """"
        using Devmap;
        public class C
        {
            public string M(Pool pool, bool a)
            {
                var page = {|DVM2001:pool.Take()|}; // ours

                #region Look
                /* A comment
                   of two lines. */
                if (a)
                {
                    return """
                        raw
                          text
                        """; // at once
                }
                #endregion

                var text = $@"{page.RefCount}
        verbatim";
                return text;
                // the end
            }
        }
        """",
        """"
        using Devmap;
        public class C
        {
            public string M(Pool pool, bool a)
            {
                var page = pool.Take(); // ours

                try
                {
                    #region Look
                    /* A comment
                       of two lines. */
                    if (a)
                    {
                        return """
                        raw
                          text
                        """; // at once
                    }
                    #endregion

                    var text = $@"{page.RefCount}
        verbatim";
                    return text;
                    // the end
                }
                finally
                {
                    page.Put();
                }
            }
        }
        """");

    [Fact]
    public Task KeepsTheDirectiveThatGovernsAnExit() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public void M(Pool pool)
            {
                var page = {|DVM2001:pool.Take()|};
        #if !NEVER
                // only here
                return;
        #endif
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
        #if !NEVER
                // only here
                page.Put();
                return;
        #endif
            }
        }
        """, LeakedReferenceFix.InsertReleaseKey);

    [Fact]
    public Task KeepsTheLineBreaksOfAValue() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public int M(Pool pool)
            {
                var page = {|DVM2001:pool.Take()|};
                return System.Math.Max(
                    page.RefCount, // the count
                    1);
            }
        }
        """,
        """
        using Devmap;
        public class C
        {
            public int M(Pool pool)
            {
                var page = pool.Take();
                var result = System.Math.Max(
                    page.RefCount, // the count
                    1);
                page.Put();
                return result;
            }
        }
        """, LeakedReferenceFix.InsertReleaseKey);

    [Fact]
    public Task LeavesLocalFunctionsBehind() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public int M(Pool pool, bool a)
            {
                var page = {|DVM2001:pool.Take()|};
                if (a)
                {
                    return One();
                }

                return page.RefCount;

                int One() => 1;
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
                    if (a)
                    {
                        return One();
                    }

                    return page.RefCount;
                }
                finally
                {
                    page.Put();
                }

                int One() => 1;
            }
        }
        """);

    private static Task VerifyAsync(string marked, string expected, string? key = null) =>
        RuleFixTest<LeakedReferenceFix>.VerifyAsync(marked, expected, key);
}
