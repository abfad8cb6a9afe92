using System.Threading.Tasks;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Rules.IdleTestByMagicCount;

public sealed class IdleTestByMagicCountFixTests
{
    [Theory]
    [InlineData("page.RefCount == 1", "page.IsIdle")]
    [InlineData("page.RefCount != 1", "!page.IsIdle")]
    [InlineData("page.RefCount <= 1", "page.IsIdle")]
    [InlineData("page.RefCount > 1", "!page.IsIdle")]
    [InlineData("page.RefCount < 2", "page.IsIdle")]
    [InlineData("page.RefCount >= 2", "!page.IsIdle")]
    [InlineData("1 == page.RefCount", "page.IsIdle")]
    [InlineData("1 >= page.RefCount", "page.IsIdle")]
    [InlineData("1 < page.RefCount", "!page.IsIdle")]
    [InlineData("page.RefCount is 1", "page.IsIdle")]
    [InlineData("page.RefCount is not 1", "!page.IsIdle")]
    [InlineData("page.RefCount is > 1", "!page.IsIdle")]
    [InlineData("(page.RefCount) == 1", "page.IsIdle")]
    public Task AsksThePage(string comparison, string expected) => RuleFixTest<IdleTestByMagicCountFix>.VerifyAsync(
        Method($"{{|DVM1006:{comparison}|}}"), Method(expected), IdleTestByMagicCountFix.AskIsIdleKey);

    [Fact]
    public Task FixesSeveral() => RuleFixTest<IdleTestByMagicCountFix>.VerifyAsync(
        Method("{|DVM1006:page.RefCount == 1|} || {|DVM1006:other.RefCount == 1|}"), Method("page.IsIdle || other.IsIdle"));

    /// <summary>What the number is used for besides is for the author to say.</summary>
    [Fact]
    public Task NotOfferedWhereTheCountIsALocal() => RuleFixTest<IdleTestByMagicCountFix>.VerifyNoFixAsync(
        """
        using Devmap;
        public class C
        {
            public bool M(Page page)
            {
                int count = page.RefCount;
                return {|DVM1006:count == 1|};
            }
        }
        """);

    private static string Method(string condition) => $$"""
        using Devmap;
        public class C
        {
            public bool M(Page page, Page other) => {{condition}};
        }
        """;
}
