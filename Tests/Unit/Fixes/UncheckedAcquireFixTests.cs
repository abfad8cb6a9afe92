using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Fixes;

public sealed class UncheckedAcquireFixTests
{
    [Fact]
    public Task TestsANullableResult() => VerifyAsync(
        """
        using Devmap;
        class C {
          void M(Pool pool) {
            var page = [|pool.TryTake()|];
            page!.Put();
          }
        }
        """,
        """
        using Devmap;
        class C {
          void M(Pool pool) {
            var page = pool.TryTake();
            if (page is null) {
              return;
            }

            page!.Put();
          }
        }
        """, UncheckedAcquireFix.GuardKey, "notnull");

    [Fact]
    public async Task NotOfferedWhereTheAnswerIsPassedOn() => Assert.Empty(await ScriptedFix.TitlesAsync<UncheckedAcquireFix>(
        """
        using Devmap;
        class C
        {
            void M(Page page)
            {
                System.Console.WriteLine([|page.TryGet()|]);
                page.Put();
            }
        }
        """, (DiagnosticProperties.Object, "page"), (DiagnosticProperties.SuccessWhen, "true")));

    private static Task VerifyAsync(string marked, string expected, string? key, string success = "true") =>
        ScriptedFix.VerifyAsync<UncheckedAcquireFix>(
            marked, expected, key, (DiagnosticProperties.Object, "page"), (DiagnosticProperties.SuccessWhen, success));
}
