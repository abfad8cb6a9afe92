using System.Threading.Tasks;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Rules.ReleaseCountMismatch;

public sealed class ReleaseCountMismatchFixTests
{
    [Theory]
    [InlineData("space.UnpinUserPages(pages, {|DVM2006:n|}); // all", "space.UnpinUserPages(pages, got); // all")]
    [InlineData("space.UnpinUserPages(pages, {|DVM2006:pages.Length|});", "space.UnpinUserPages(pages, got);")]
    [InlineData("space.UnpinUserPages(pages, {|DVM2006:got - 1|});", "space.UnpinUserPages(pages, got);")]
    [InlineData("for (int i = 0; i < n; i++) {|DVM2006:pages[i].Unpin()|};", "for (int i = 0; i < got; i++) pages[i].Unpin();")]
    [InlineData("for (int i = 0; i <= got; i++) {|DVM2006:pages[i].Unpin()|};", "for (int i = 0; i < got; i++) pages[i].Unpin();")]
    public Task Uses_the_right_count(string release, string expected) =>
        RuleFixTest<ReleaseCountMismatchFix>.VerifyAsync(Wrap(release), Wrap(expected));

    [Fact]
    public Task Fixes_several() => RuleFixTest<ReleaseCountMismatchFix>.VerifyAsync(
        Wrap("if (n > 8) { space.UnpinUserPages(pages, {|DVM2006:n|}); return; } space.UnpinUserPages(pages, {|DVM2006:4|});"),
        Wrap("if (n > 8) { space.UnpinUserPages(pages, got); return; } space.UnpinUserPages(pages, got);"));

    /// <summary>Of an error code nothing is to be given up; which branch that belongs to is for the author to say.</summary>
    [Fact]
    public Task Error_code() => RuleFixTest<ReleaseCountMismatchFix>.VerifyNoFixAsync(
        """
        using Devmap;
        public class C
        {
            public void M(AddressSpace space, ulong start, Page[] pages, int n)
            {
                int got = space.PinUserPages(start, n, GupFlags.None, pages);
                if (got < 0)
                {
                    space.UnpinUserPages(pages, {|DVM2006:got|});
                    return;
                }

                space.UnpinUserPages(pages, got);
            }
        }
        """);

    private static string Wrap(string release) =>
        $$"""
        using Devmap;
        public class C
        {
            public void M(AddressSpace space, ulong start, Page[] pages, int n)
            {
                int got = space.PinUserPages(start, n, GupFlags.None, pages);
                if (got <= 0)
                {
                    return;
                }

                {{release}}
            }
        }
        """;
}
