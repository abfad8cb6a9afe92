using System.Threading.Tasks;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Rules.MissingPgMapReference;

/// <summary>A reference that is taken for granted: the fix asks whether there is one to be had.</summary>
public sealed class AskedAcquireFixTests
{
    [Fact]
    public Task AsksThePage() => RuleFixTest<MissingPgMapReferenceFix>.VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public int M(PhysicalMemory memory, Pfn pfn)
            {
                Page? page = memory.PfnToPage(pfn);
                if (page is null)
                {
                    return -1;
                }

                {|DVM1003:page.Get()|}; // for the copy
                int first = page.ReadByte(0);
                page.Put();
                return first;
            }
        }
        """,
        """
        using Devmap;
        public class C
        {
            public int M(PhysicalMemory memory, Pfn pfn)
            {
                Page? page = memory.PfnToPage(pfn);
                if (page is null)
                {
                    return -1;
                }

                if (!page.TryGet())
                {
                    return -1;
                } // for the copy

                int first = page.ReadByte(0);
                page.Put();
                return first;
            }
        }
        """,
        MissingPgMapReferenceFix.AskKey);

    [Fact]
    public Task AsksAPageThatMayBeNull() => RuleFixTest<MissingPgMapReferenceFix>.VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public Page? M(PhysicalMemory memory, Pfn pfn)
            {
                Page? page = memory.PfnToPage(pfn);
                page?{|DVM1003:.Get()|};
                return page;
            }
        }
        """,
        """
        using Devmap;
        public class C
        {
            public Page? M(PhysicalMemory memory, Pfn pfn)
            {
                Page? page = memory.PfnToPage(pfn);
                if (page?.TryGet() == false)
                {
                    return null;
                }

                return page;
            }
        }
        """,
        MissingPgMapReferenceFix.AskKey);

    [Fact]
    public Task AsksUnderTheRangeAsWell() => RuleFixTest<MissingReferenceFix>.VerifyAsync(
        Walk("{|DVM2009:page.Get()|};"),
        Walk("if (!page.TryGet())\n            {\n                continue;\n            }\n"),
        MissingReferenceFix.AskKey);

    private static string Walk(string take) => $$"""
        using Devmap;
        public class C
        {
            public void M(PhysicalMemory memory, Pfn[] frames, PgMap? pgmap)
            {
                pgmap = memory.GetDevPagemap(frames[0]);
                foreach (Pfn frame in frames)
                {
                    Page? page = memory.PfnToPage(frame);
                    if (page is null)
                    {
                        continue;
                    }

                    {{take}}
                    page.Put();
                }

                pgmap?.Put();
            }
        }
        """;
}
