using System.Collections.Generic;
using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Fixes;

public sealed class LeakedReferenceFixTests
{
    private const string Insert = LeakedReferenceFix.InsertReleaseKey;
    private const string Finally = LeakedReferenceFix.ReleaseInFinallyKey;

    [Fact]
    public Task InsertsBeforeTheOnlyReturn() => VerifyAsync(
        """
        using Devmap;
        class C
        {
            int M(Page page)
            {
                [|page.Get()|];
                var b = page.ReadByte(0); // read
                // done
                {|exit:return b;|}
            }
        }
        """,
        """
        using Devmap;
        class C
        {
            int M(Page page)
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
        class C
        {
            int M(Page page)
            {
                [|page.Get()|];
                {|exit:return page.ReadByte(0);|}
            }
        }
        """,
        """
        using Devmap;
        class C
        {
            int M(Page page)
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
        class C
        {
            int M(Page page)
            {
                [|page.Get()|];
                if (page.RefCount > 1) {|exit:return 1;|} // shared
                else
                    {|exit:return 2;|} // alone
            }
        }
        """,
        """
        using Devmap;
        class C
        {
            int M(Page page)
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
        class C
        {
            int M(Page page)
            {
                if (!{|acquire:[|page.TryGet()|]|})
                    return -1;

                // look at it
                if (page.RefCount > 1)
                {
                    {|exit:return 1;|}
                }

                var text = @"two
        lines";
        #if !NEVER
                System.Console.WriteLine(text);
        #else
                /* left alone */
        #endif
                {|exit:return text.Length;|}
            }
        }
        """,
        """
        using Devmap;
        class C
        {
            int M(Page page)
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
        class C
        {
            int M(Page page, bool a)
            {
                [|page.Get()|];
                if (a) {|exit:return 1;|}
                page.Put();
                return 2;
            }
        }
        """,
        """
        using Devmap;
        class C
        {
            int M(Page page, bool a)
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
        class C
        {
            int M(Page page, bool a)
            {
                [|page.Get()|];
                if (a) {|exit:return 1;|}
                page.Put();
                return 2;
            }
        }
        """,
        """
        using Devmap;
        class C
        {
            int M(Page page, bool a)
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
        class C
        {
            void M(Page page)
            {
                if ([|page.TryGet()|])
                {
                    page.ReadByte(0);
                    // behind it
                }
            }
        }
        """,
        """
        using Devmap;
        class C
        {
            void M(Page page)
            {
                if (page.TryGet())
                {
                    page.ReadByte(0);
                    // behind it
                    page.Put();
                }
            }
        }
        """, null, "end");

    [Fact]
    public Task LeavesByContinueAndAtTheEndOfALoop() => VerifyAsync(
        """
        using Devmap;
        class C
        {
            void M(Pool pool, int n)
            {
                for (var i = 0; i < n; i++)
                {
                    var page = [|pool.Take()|];
                    if (page.RefCount > 1)
                        continue;
                    page.ReadByte(i);
                }
            }
        }
        """,
        """
        using Devmap;
        class C
        {
            void M(Pool pool, int n)
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
        """, Insert, "end");

    [Fact]
    public Task ReleasesAfterAResultThatMayBeNull() => VerifyAsync(
        """
        using Devmap;
        class C
        {
            void M(Pool pool)
            {
                var page = [|pool.TryTake()|];
                System.Console.WriteLine(page?.RefCount);
            }
        }
        """,
        """
        using Devmap;
        class C
        {
            void M(Pool pool)
            {
                var page = pool.TryTake();
                System.Console.WriteLine(page?.RefCount);
                page?.Put();
            }
        }
        """, Insert, "end");

    [Fact]
    public Task KeepsWindowsLineEndsAndTabs() => VerifyAsync(
        "using Devmap;\r\nclass C\r\n{\r\n\tint M(Page page, bool a)\r\n\t{\r\n\t\t[|page.Get()|];\r\n\t\tif (a)\r\n\t\t\t{|exit:return 1;|}\r\n\t\t{|exit:return 2;|}\r\n\t}\r\n}\r\n",
        "using Devmap;\r\nclass C\r\n{\r\n\tint M(Page page, bool a)\r\n\t{\r\n\t\tpage.Get();\r\n\t\ttry\r\n\t\t{\r\n\t\t\tif (a)\r\n\t\t\t\treturn 1;\r\n\t\t\treturn 2;\r\n\t\t}\r\n\t\tfinally\r\n\t\t{\r\n\t\t\tpage.Put();\r\n\t\t}\r\n\t}\r\n}\r\n");

    [Fact]
    public Task FollowsBracesAtTheEndOfTheLine() => VerifyAsync(
        """
        using Devmap;
        class C {
          int M(Page page, bool a) {
            [|page.Get()|];
            if (a) {
              {|exit:return 1;|}
            }
            {|exit:return 2;|}
          }
        }
        """,
        """
        using Devmap;
        class C {
          int M(Page page, bool a) {
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
        // top level
        using Devmap;
        var pool = new Pool();
        var page = [|pool.Take()|];
        Use(page.RefCount);

        static void Use(int count) => System.Console.WriteLine(count);
        """,
        """
        // top level
        using Devmap;
        var pool = new Pool();
        var page = pool.Take();
        Use(page.RefCount);
        page.Put();

        static void Use(int count) => System.Console.WriteLine(count);
        """, null, "end");

    [Fact]
    public Task WorksInASwitchSection() => VerifyAsync(
        """
        using Devmap;
        class C
        {
            void M(Page page, int n)
            {
                switch (n)
                {
                    case 1:
                        [|page.Get()|];
                        page.ReadByte(0);
                        break;
                }
            }
        }
        """,
        """
        using Devmap;
        class C
        {
            void M(Page page, int n)
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
        """, null, "end");

    [Fact]
    public Task TurnsAnExpressionBodyIntoABlock() => VerifyAsync(
        """
        using Devmap;
        class C
        {
            void M(Page page) => [|page.Get()|]; // take
        }
        """,
        """
        using Devmap;
        class C
        {
            void M(Page page)
            {
                page.Get(); // take
                page.Put();
            }
        }
        """, null, "end");

    [Fact]
    public Task WorksInALambda() => VerifyAsync(
        """
        using Devmap;
        class C
        {
            System.Func<int> M(Page page)
            {
                return () =>
                {
                    [|page.Get()|];
                    {|exit:return 1;|}
                };
            }
        }
        """,
        """
        using Devmap;
        class C
        {
            System.Func<int> M(Page page)
            {
                return () =>
                {
                    page.Get();
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
        class C
        {
            void M(Pool pool)
            {
                var page = [|pool.Take()|];
                page.ReadByte(0);
                {|exit:page = pool.Take();|}
                page.Put();
            }
        }
        """,
        """
        using Devmap;
        class C
        {
            void M(Pool pool)
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
        class C
        {
            void M(Page page, bool a)
            {
                [|page.Get()|];
                if (a) new Pool().Keep(page);
                {|exit:return;|}
            }
        }
        """);

    [Fact]
    public Task NotOfferedAcrossADirective() => VerifyNoneAsync(
        """
        using Devmap;
        class C
        {
            int M(Page page, bool a)
            {
        #if !NEVER
                [|page.Get()|];
                if (a) {|exit:return page.ReadByte(0);|}
        #endif
                {|exit:return 1;|}
            }
        }
        """, Finally);

    private static (string, string)[] Properties(string? exits)
    {
        var properties = new List<(string, string)>
        {
            (DiagnosticProperties.Object, "page"),
            (DiagnosticProperties.ReleaseCall, "{0}.Put()"),
        };
        if (exits is not null)
        {
            properties.Add((DiagnosticProperties.LeakExits, exits));
        }

        return [.. properties];
    }

    private static Task VerifyAsync(string marked, string expected, string? key = null, string? exits = null) =>
        ScriptedFix.VerifyAsync<LeakedReferenceFix>(marked, expected, key, Properties(exits));

    private static async Task VerifyNoneAsync(string marked, string? key = null)
    {
        var titles = await ScriptedFix.TitlesAsync<LeakedReferenceFix>(marked, Properties(null));
        Assert.DoesNotContain(titles, title => key is null || title.Contains("finally", System.StringComparison.Ordinal));
    }
}
