using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Fixes;

public sealed class UnreferencedPageInstalledFixTests
{
    [Fact]
    public Task OpensAnExpressionBody() => VerifyAsync(
        """
        using Devmap;
        class C
        {
            bool M(Vma vma, Page page) => vma.InsertPage(0, [|page|]) == Errno.None;
        }
        """,
        """
        using Devmap;
        class C
        {
            bool M(Vma vma, Page page)
            {
                if (!page.TryGet())
                {
                    return false;
                }

                try
                {
                    return vma.InsertPage(0, page) == Errno.None;
                }
                finally
                {
                    page.Put();
                }
            }
        }
        """);

    private static Task VerifyAsync(string marked, string expected) =>
        ScriptedFix.VerifyAsync<UnreferencedPageInstalledFix>(
            marked, expected, UnreferencedPageInstalledFix.TakeReferenceKey, (DiagnosticProperties.Object, "page"),
            (DiagnosticProperties.TryAcquireCall, "{0}.TryGet()"), (DiagnosticProperties.ReleaseCall, "{0}.Put()"));
}
