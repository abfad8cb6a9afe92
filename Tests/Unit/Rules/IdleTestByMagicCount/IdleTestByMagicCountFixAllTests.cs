using System.Threading.Tasks;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Rules.IdleTestByMagicCount;

public sealed class IdleTestByMagicCountFixAllTests
{
    [Fact]
    public Task FixesSeveralInSeveralDocuments() => RuleFixTest<IdleTestByMagicCountFix>.VerifyAsync(
        (Code("C", "{|DVM1006:page.RefCount != 1|}", "{|DVM1006:other.RefCount <= 1|}"), Code("C", "!page.IsIdle", "other.IsIdle")),
        (Code("D", "{|DVM1006:1 < page.RefCount|}", "{|DVM1006:other.RefCount is 1|}"), Code("D", "!page.IsIdle", "other.IsIdle")));

    [Fact]
    public Task KeepsWindowsLineEnds() => RuleFixTest<IdleTestByMagicCountFix>.VerifyAsync(
        Code("C", "{|DVM1006:page.RefCount != 1|}", "{|DVM1006:other.RefCount <= 1|}").ReplaceLineEndings("\r\n"),
        Code("C", "!page.IsIdle", "other.IsIdle").ReplaceLineEndings("\r\n"));

    private static string Code(string type, string loop, string answer) => $$"""
        using Devmap;
        public class {{type}}
        {
            public bool M(Page page, Page other)
            {
                while ({{loop}}) // wait
                {
                    System.Threading.Thread.Sleep(1);
                }

                return {{answer}};
            }
        }
        """;
}
