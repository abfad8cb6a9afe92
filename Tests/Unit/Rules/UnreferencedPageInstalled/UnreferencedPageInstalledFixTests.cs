using System.Threading.Tasks;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Rules.UnreferencedPageInstalled;

public sealed class UnreferencedPageInstalledFixTests
{
    [Fact]
    public Task SurroundsAReturnedInstall() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public Errno M(Vma vma, PhysicalMemory memory, Pfn pfn)
            {
                Page page = memory.PfnToPage(pfn)!;
                // install it
                return vma.InsertPage(0, {|DVM1001:page|}); // done
            }
        }
        """,
        """
        using Devmap;
        public class C
        {
            public Errno M(Vma vma, PhysicalMemory memory, Pfn pfn)
            {
                Page page = memory.PfnToPage(pfn)!;
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
        public class C
        {
            public Errno M(Vma vma, PhysicalMemory memory, Pfn pfn)
            {
                Page page = memory.PfnToPage(pfn)!;
                var error = vma.InsertPage(0, {|DVM1001:page|});
                return error;
            }
        }
        """,
        """
        using Devmap;
        public class C
        {
            public Errno M(Vma vma, PhysicalMemory memory, Pfn pfn)
            {
                Page page = memory.PfnToPage(pfn)!;
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
    public Task OpensAnEmbeddedStatement() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public void M(Vma vma, PhysicalMemory memory, Pfn pfn, bool a)
            {
                Page page = memory.PfnToPage(pfn)!;
                if (a) vma.InsertPage(0, {|DVM1001:page|}); // maybe
            }
        }
        """,
        """
        using Devmap;
        public class C
        {
            public void M(Vma vma, PhysicalMemory memory, Pfn pfn, bool a)
            {
                Page page = memory.PfnToPage(pfn)!;
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
    public Task NotOfferedWhereThePageHasNoName() => RuleFixTest<UnreferencedPageInstalledFix>.VerifyNoFixAsync(
        """
        using Devmap;
        public class C
        {
            public void M(Vma vma, PhysicalMemory memory, Pfn pfn) => vma.InsertPage(0, {|DVM1001:memory.PfnToPage(pfn)|}!);
        }
        """);

    private static Task VerifyAsync(string marked, string expected) =>
        RuleFixTest<UnreferencedPageInstalledFix>.VerifyAsync(marked, expected, UnreferencedPageInstalledFix.TakeReferenceKey);
}
