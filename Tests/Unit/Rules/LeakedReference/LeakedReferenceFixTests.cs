using System.Threading.Tasks;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Rules.LeakedReference;

public sealed class LeakedReferenceFixTests
{
    private const string Insert = LeakedReferenceFix.InsertReleaseKey;
    private const string Finally = LeakedReferenceFix.ReleaseInFinallyKey;

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
    public Task WrapsWhereSeveralExitsLeak() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public int M(Page page)
            {
                if (!{|DVM2001:page.TryGet()|})
                    return -1;

                // look at it
                if (page.RefCount > 1)
                {
                    return 1;
                }

                var text = @"two
        lines";
        #if !NEVER
                System.Console.WriteLine(text);
        #else
                /* left alone */
        #endif
                return text.Length;
            }
        }
        """,
        """
        using Devmap;
        public class C
        {
            public int M(Page page)
            {
                if (!page.TryGet())
                    return -1;

                try
                {
                    // look at it
                    if (page.RefCount > 1)
                    {
                        return 1;
                    }

                    var text = @"two
        lines";
        #if !NEVER
                    System.Console.WriteLine(text);
        #else
                /* left alone */
        #endif
                    return text.Length;
                }
                finally
                {
                    page.Put();
                }
            }
        }
        """);

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
    public Task FinallyReplacesReleasesOfOtherPaths() => VerifyAsync(
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
                try
                {
                    if (a) return 1;
                }
                finally
                {
                    page.Put();
                }
                return 2;
            }
        }
        """, Finally);

    [Fact]
    public Task ReleasesAtTheEndOfTheSuccessBranch() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public void M(Page page)
            {
                if ({|DVM2001:page.TryGet()|})
                {
                    page.ReadByte(0);
                    // behind it
                }
            }
        }
        """,
        """
        using Devmap;
        public class C
        {
            public void M(Page page)
            {
                if (page.TryGet())
                {
                    page.ReadByte(0);
                    // behind it
                    page.Put();
                }
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
    public Task KeepsWindowsLineEndsAndTabs() => VerifyAsync(
        "using Devmap;\r\npublic class C\r\n{\r\n\tpublic int M(Page page, bool a)\r\n\t{\r\n\t\t{|DVM2001:page.Get()|};\r\n\t\tif (a)\r\n\t\t\treturn 1;\r\n\t\treturn 2;\r\n\t}\r\n}\r\n",
        "using Devmap;\r\npublic class C\r\n{\r\n\tpublic int M(Page page, bool a)\r\n\t{\r\n\t\tpage.Get();\r\n\t\ttry\r\n\t\t{\r\n\t\t\tif (a)\r\n\t\t\t\treturn 1;\r\n\t\t\treturn 2;\r\n\t\t}\r\n\t\tfinally\r\n\t\t{\r\n\t\t\tpage.Put();\r\n\t\t}\r\n\t}\r\n}\r\n");

    [Fact]
    public Task FollowsBracesAtTheEndOfTheLine() => VerifyAsync(
        """
        using Devmap;
        public class C {
          public int M(Page page, bool a) {
            {|DVM2001:page.Get()|};
            if (a) {
              return 1;
            }
            return 2;
          }
        }
        """,
        """
        using Devmap;
        public class C {
          public int M(Page page, bool a) {
            page.Get();
            try {
              if (a) {
                return 1;
              }
              return 2;
            } finally {
              page.Put();
            }
          }
        }
        """);

    [Fact]
    public Task WorksAtTheTopLevelOfAProgram() => VerifyAsync(
        """
        // program
        using Devmap;
        var pool = new Pool();
        var page = {|DVM2001:pool.Take()|};
        Use(page.RefCount);

        static void Use(int count) => System.Console.WriteLine(count);
        """,
        """
        // program
        using Devmap;
        var pool = new Pool();
        var page = pool.Take();
        Use(page.RefCount);
        page.Put();

        static void Use(int count) => System.Console.WriteLine(count);
        """);

    [Fact]
    public Task WorksInASwitchSection() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public void M(Page page, int n)
            {
                switch (n)
                {
                    case 1:
                        {|DVM2001:page.Get()|};
                        page.ReadByte(0);
                        break;
                }
            }
        }
        """,
        """
        using Devmap;
        public class C
        {
            public void M(Page page, int n)
            {
                switch (n)
                {
                    case 1:
                        page.Get();
                        page.ReadByte(0);
                        page.Put();
                        break;
                }
            }
        }
        """);

    [Fact]
    public Task TurnsAnExpressionBodyIntoABlock() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public void M(Page page) => {|DVM2001:page.Get()|}; // take
        }
        """,
        """
        using Devmap;
        public class C
        {
            public void M(Page page)
            {
                page.Get(); // take
                page.Put();
            }
        }
        """);

    [Fact]
    public Task WorksInALambda() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public System.Func<int> M(Pool pool)
            {
                return () =>
                {
                    var page = {|DVM2001:pool.Take()|};
                    return 1;
                };
            }
        }
        """,
        """
        using Devmap;
        public class C
        {
            public System.Func<int> M(Pool pool)
            {
                return () =>
                {
                    var page = pool.Take();
                    page.Put();
                    return 1;
                };
            }
        }
        """);

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

    [Fact]
    public Task NotOfferedWhereAPathMayHaveReleased() => VerifyNoneAsync(
        """
        using Devmap;
        public class C
        {
            public void M(Page page, bool a)
            {
                {|DVM2001:page.Get()|};
                if (a) new Pool().Keep(page);
                return;
            }
        }
        """);

    [Fact]
    public Task NotOfferedAcrossADirective() => VerifyNoneAsync(
        """
        using Devmap;
        public class C
        {
            public int M(Page page, bool a)
            {
        #if !NEVER
                {|DVM2001:page.Get()|};
                if (a) return page.ReadByte(0);
        #endif
                return 1;
            }
        }
        """, Finally);

    private static Task VerifyAsync(string marked, string expected, string? key = null) =>
        RuleFixTest<LeakedReferenceFix>.VerifyAsync(marked, expected, key);

    private static Task VerifyNoneAsync(string marked, string? key = null) =>
        RuleFixTest<LeakedReferenceFix>.VerifyAsync(marked, marked, key);
}
