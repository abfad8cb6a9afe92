using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Fixes;

public sealed class ReleasedTooOftenFixTests
{
    [Fact]
    public Task RemovesTheStatementAndKeepsCommentsAbove() => VerifyAsync(
        """
        using Devmap;
        class C
        {
            void M(Page page)
            {
                page.Put();
                // again
                [|page.Put()|];
                System.Console.WriteLine();
            }
        }
        """,
        """
        using Devmap;
        class C
        {
            void M(Page page)
            {
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
        class C
        {
            void M(Page? page)
            {
                page?.Put();
                page?[|.Put()|]; // why twice?
            }
        }
        """,
        """
        using Devmap;
        class C
        {
            void M(Page? page)
            {
                page?.Put();
                // why twice?
            }
        }
        """);

    [Fact]
    public Task RemovesAnIfThatOnlyReleased() => VerifyAsync(
        """
        using Devmap;
        class C
        {
            void M(Page page, bool a)
            {
                page.Put();
                if (a)
                    [|page.Put()|];
                if (a)
                {
                    System.Console.WriteLine();
                }
            }
        }
        """,
        """
        using Devmap;
        class C
        {
            void M(Page page, bool a)
            {
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
        class C
        {
            void M(Page page, bool a)
            {
                page.Put();
                if (a)
                {
                    System.Console.WriteLine();
                }
                else
                {
                    [|page.Put()|];
                }
            }
        }
        """,
        """
        using Devmap;
        class C
        {
            void M(Page page, bool a)
            {
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
        class C
        {
            bool Act() => true;
            void M(Page page)
            {
                page.Put();
                if (Act()) [|page.Put()|];
            }
        }
        """,
        """
        using Devmap;
        class C
        {
            bool Act() => true;
            void M(Page page)
            {
                page.Put();
                if (Act()) { }
            }
        }
        """);

    [Fact]
    public Task DissolvesAFinallyThatOnlyReleased() => VerifyAsync(
        """
        using Devmap;
        class C
        {
            void M(Page page)
            {
                try
                {
                    page.Put();
                }
                catch (System.Exception)
                {
                    throw;
                }
                finally
                {
                    [|page.Put()|];
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
                try
                {
                    page.Put();
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
        class C
        {
            void M(Page page)
            {
                try
                {
                    // give it up
                    page.Put();
                }
                finally
                {
                    [|page.Put()|];
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
                // give it up
                page.Put();
            }
        }
        """);

    [Fact]
    public async Task NotOfferedWhereTheCallIsAnExpression()
    {
        var titles = await ScriptedFix.TitlesAsync<ReleasedTooOftenFix>(
            """
            using Devmap;
            class C
            {
                System.Action M(Page page) => () => [|page.Put()|];
            }
            """, (DiagnosticProperties.Object, "page"));
        Assert.Empty(titles);
    }

    private static Task VerifyAsync(string marked, string expected) =>
        ScriptedFix.VerifyAsync<ReleasedTooOftenFix>(marked, expected, ReleasedTooOftenFix.RemoveReleaseKey, (DiagnosticProperties.Object, "page"));
}
