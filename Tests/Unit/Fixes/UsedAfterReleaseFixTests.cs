using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Fixes;

public sealed class UsedAfterReleaseFixTests
{
    [Fact]
    public Task MovesTheReleaseBelowTheLastUse() => VerifyAsync(
        """
        using Devmap;
        class C
        {
            void M(Page page)
            {
                page.Get();
                {|release:page.Put()|};
                var a = [|page.ReadByte(0)|]; // first
                System.Console.WriteLine(a + page.ReadByte(1)); // last
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
                page.Get();
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
        class C
        {
            byte M(Page page)
            {
                page.Get();
                {|release:page.Put()|};
                return [|page.ReadByte(0)|];
            }
        }
        """,
        """
        using Devmap;
        class C
        {
            byte M(Page page)
            {
                page.Get();
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
        class C
        {
            void M(Page page, bool a)
            {
                page.Get();
                {|release:page.Put()|};
                if (a) return;
                [|page.ReadByte(0)|];
            }
        }
        """);

    [Fact]
    public Task NotOfferedOutOfABranch() => VerifyNoneAsync(
        """
        using Devmap;
        class C
        {
            void M(Page page, bool a)
            {
                page.Get();
                if (a) { {|release:page.Put()|}; }
                [|page.ReadByte(0)|];
            }
        }
        """);

    private static Task VerifyAsync(string marked, string expected) =>
        ScriptedFix.VerifyAsync<UsedAfterReleaseFix>(marked, expected, UsedAfterReleaseFix.MoveReleaseKey, (DiagnosticProperties.Object, "page"));

    private static async Task VerifyNoneAsync(string marked) =>
        Assert.Empty(await ScriptedFix.TitlesAsync<UsedAfterReleaseFix>(marked, (DiagnosticProperties.Object, "page")));
}
