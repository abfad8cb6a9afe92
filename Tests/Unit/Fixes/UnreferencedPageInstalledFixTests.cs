using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Fixes;

public sealed class UnreferencedPageInstalledFixTests
{
    [Fact]
    public Task SurroundsAReturnedInstall() => VerifyAsync(
        """
        using Devmap;
        class C
        {
            Errno M(Vma vma, Page page)
            {
                // install it
                return vma.InsertPage(0, [|page|]); // done
            }
        }
        """,
        """
        using Devmap;
        class C
        {
            Errno M(Vma vma, Page page)
            {
                // install it
                if (!page.TryGet())
                {
                    return Errno.EAGAIN;
                }
                try
                {
                    return vma.InsertPage(0, page); // done
                }
                finally
                {
                    page.Put();
                }
            }
        }
        """);

    [Fact]
    public Task DeclaresALocalThatIsNeededAfterwards() => VerifyAsync(
        """
        using Devmap;
        class C
        {
            Errno M(Vma vma, Page page)
            {
                var error = vma.InsertPage(0, [|page|]);
                return error;
            }
        }
        """,
        """
        using Devmap;
        class C
        {
            Errno M(Vma vma, Page page)
            {
                if (!page.TryGet())
                {
                    return Errno.EAGAIN;
                }
                Errno error;
                try
                {
                    error = vma.InsertPage(0, page);
                }
                finally
                {
                    page.Put();
                }
                return error;
            }
        }
        """);

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

    [Fact]
    public Task OpensAnEmbeddedStatement() => VerifyAsync(
        """
        using Devmap;
        class C
        {
            void M(Vma vma, Page page, bool a)
            {
                if (a) vma.InsertPage(0, [|page|]); // maybe
            }
        }
        """,
        """
        using Devmap;
        class C
        {
            void M(Vma vma, Page page, bool a)
            {
                if (a)
                {
                    if (!page.TryGet())
                    {
                        return;
                    }
                    try
                    {
                        vma.InsertPage(0, page); // maybe
                    }
                    finally
                    {
                        page.Put();
                    }
                }
            }
        }
        """);

    [Fact]
    public async Task NotOfferedWhereThePageHasNoName() => Assert.Empty(await ScriptedFix.TitlesAsync<UnreferencedPageInstalledFix>(
        """
        using Devmap;
        class C
        {
            void M(Vma vma, Page[] pages) => vma.InsertPage(0, [|pages[0]|]);
        }
        """, (DiagnosticProperties.TryAcquireCall, "{0}.TryGet()"), (DiagnosticProperties.ReleaseCall, "{0}.Put()")));

    private static Task VerifyAsync(string marked, string expected) =>
        ScriptedFix.VerifyAsync<UnreferencedPageInstalledFix>(
            marked, expected, UnreferencedPageInstalledFix.TakeReferenceKey, (DiagnosticProperties.Object, "page"),
            (DiagnosticProperties.TryAcquireCall, "{0}.TryGet()"), (DiagnosticProperties.ReleaseCall, "{0}.Put()"));
}
