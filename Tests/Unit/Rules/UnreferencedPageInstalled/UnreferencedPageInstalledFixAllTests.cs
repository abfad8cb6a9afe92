using System.Threading.Tasks;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Rules.UnreferencedPageInstalled;

public sealed class UnreferencedPageInstalledFixAllTests
{
    [Fact]
    public Task FixesSeveralInSeveralDocuments() => RuleFixTest<UnreferencedPageInstalledFix>.VerifyAsync(
        (
            """
            using Devmap;
            public class C
            {
                public Errno M(Vma vma, PhysicalMemory memory, Pfn pfn)
                {
                    Page page = memory.PfnToPage(pfn)!;
                    Page other = memory.PfnToPage(pfn)!;
                    vma.InsertPage(0, {|DVM1001:page|});
                    return vma.InsertPage(4096, {|DVM1001:other|});
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
                    Page other = memory.PfnToPage(pfn)!;
                    if (!page.TryGet())
                    {
                        return Errno.EAGAIN;
                    }

                    try
                    {
                        vma.InsertPage(0, page);
                    }
                    finally
                    {
                        page.Put();
                    }

                    if (!other.TryGet())
                    {
                        return Errno.EAGAIN;
                    }

                    try
                    {
                        return vma.InsertPage(4096, other);
                    }
                    finally
                    {
                        other.Put();
                    }
                }
            }
            """),
        (
            """
            using Devmap;
            public class D
            {
                public Errno M(Vma vma, PhysicalMemory memory, Pfn pfn)
                {
                    Page page = memory.PfnToPage(pfn)!;
                    Page other = memory.PfnToPage(pfn)!;
                    vma.InsertPage(0, {|DVM1001:page|});
                    return vma.InsertPage(4096, {|DVM1001:other|});
                }
            }
            """,
            """
            using Devmap;
            public class D
            {
                public Errno M(Vma vma, PhysicalMemory memory, Pfn pfn)
                {
                    Page page = memory.PfnToPage(pfn)!;
                    Page other = memory.PfnToPage(pfn)!;
                    if (!page.TryGet())
                    {
                        return Errno.EAGAIN;
                    }

                    try
                    {
                        vma.InsertPage(0, page);
                    }
                    finally
                    {
                        page.Put();
                    }

                    if (!other.TryGet())
                    {
                        return Errno.EAGAIN;
                    }

                    try
                    {
                        return vma.InsertPage(4096, other);
                    }
                    finally
                    {
                        other.Put();
                    }
                }
            }
            """));

    [Fact]
    public Task KeepsWindowsLineEnds() => RuleFixTest<UnreferencedPageInstalledFix>.VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public Errno M(Vma vma, PhysicalMemory memory, Pfn pfn)
            {
                Page page = memory.PfnToPage(pfn)!;
                Page other = memory.PfnToPage(pfn)!;
                vma.InsertPage(0, {|DVM1001:page|});
                return vma.InsertPage(4096, {|DVM1001:other|});
            }
        }

        """.ReplaceLineEndings("\r\n"),
        """
        using Devmap;
        public class C
        {
            public Errno M(Vma vma, PhysicalMemory memory, Pfn pfn)
            {
                Page page = memory.PfnToPage(pfn)!;
                Page other = memory.PfnToPage(pfn)!;
                if (!page.TryGet())
                {
                    return Errno.EAGAIN;
                }

                try
                {
                    vma.InsertPage(0, page);
                }
                finally
                {
                    page.Put();
                }

                if (!other.TryGet())
                {
                    return Errno.EAGAIN;
                }

                try
                {
                    return vma.InsertPage(4096, other);
                }
                finally
                {
                    other.Put();
                }
            }
        }

        """.ReplaceLineEndings("\r\n"));
}
