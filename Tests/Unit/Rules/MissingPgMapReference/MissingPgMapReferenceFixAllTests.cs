using System.Threading.Tasks;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Rules.MissingPgMapReference;

public sealed class MissingPgMapReferenceFixAllTests
{
    [Fact]
    public Task FixesSeveralInSeveralDocuments() => RuleFixTest<MissingPgMapReferenceFix>.VerifyAsync(
        (
            """
            using Devmap;
            public class C
            {
                public void M(PhysicalMemory memory, Pfn first, Pfn second)
                {
                    Page page = memory.PfnToPage(first)!;
                    System.Console.WriteLine({|DVM1003:page.ReadByte(0)|});
                    Page other = memory.PfnToPage(second)!;
                    System.Console.WriteLine({|DVM1003:other.ReadByte(0)|});
                }
            }
            """,
            """
            using Devmap;
            public class C
            {
                public void M(PhysicalMemory memory, Pfn first, Pfn second)
                {
                    PgMap? pgmap = memory.GetDevPagemap(first);
                    if (pgmap is null)
                    {
                        return;
                    }

                    try
                    {
                        Page page = memory.PfnToPage(first)!;
                        System.Console.WriteLine(page.ReadByte(0));
                    }
                    finally
                    {
                        pgmap.Put();
                    }

                    PgMap? pgmap2 = memory.GetDevPagemap(second);
                    if (pgmap2 is null)
                    {
                        return;
                    }

                    try
                    {
                        Page other = memory.PfnToPage(second)!;
                        System.Console.WriteLine(other.ReadByte(0));
                    }
                    finally
                    {
                        pgmap2.Put();
                    }
                }
            }
            """),
        (
            """
            using Devmap;
            public class D
            {
                public void M(PhysicalMemory memory, Pfn first, Pfn second)
                {
                    Page page = memory.PfnToPage(first)!;
                    System.Console.WriteLine({|DVM1003:page.ReadByte(0)|});
                    Page other = memory.PfnToPage(second)!;
                    System.Console.WriteLine({|DVM1003:other.ReadByte(0)|});
                }
            }
            """,
            """
            using Devmap;
            public class D
            {
                public void M(PhysicalMemory memory, Pfn first, Pfn second)
                {
                    PgMap? pgmap = memory.GetDevPagemap(first);
                    if (pgmap is null)
                    {
                        return;
                    }

                    try
                    {
                        Page page = memory.PfnToPage(first)!;
                        System.Console.WriteLine(page.ReadByte(0));
                    }
                    finally
                    {
                        pgmap.Put();
                    }

                    PgMap? pgmap2 = memory.GetDevPagemap(second);
                    if (pgmap2 is null)
                    {
                        return;
                    }

                    try
                    {
                        Page other = memory.PfnToPage(second)!;
                        System.Console.WriteLine(other.ReadByte(0));
                    }
                    finally
                    {
                        pgmap2.Put();
                    }
                }
            }
            """));

    [Fact]
    public Task KeepsWindowsLineEnds() => RuleFixTest<MissingPgMapReferenceFix>.VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public void M(PhysicalMemory memory, Pfn first, Pfn second)
            {
                Page page = memory.PfnToPage(first)!;
                System.Console.WriteLine({|DVM1003:page.ReadByte(0)|});
                Page other = memory.PfnToPage(second)!;
                System.Console.WriteLine({|DVM1003:other.ReadByte(0)|});
            }
        }

        """.ReplaceLineEndings("\r\n"),
        """
        using Devmap;
        public class C
        {
            public void M(PhysicalMemory memory, Pfn first, Pfn second)
            {
                PgMap? pgmap = memory.GetDevPagemap(first);
                if (pgmap is null)
                {
                    return;
                }

                try
                {
                    Page page = memory.PfnToPage(first)!;
                    System.Console.WriteLine(page.ReadByte(0));
                }
                finally
                {
                    pgmap.Put();
                }

                PgMap? pgmap2 = memory.GetDevPagemap(second);
                if (pgmap2 is null)
                {
                    return;
                }

                try
                {
                    Page other = memory.PfnToPage(second)!;
                    System.Console.WriteLine(other.ReadByte(0));
                }
                finally
                {
                    pgmap2.Put();
                }
            }
        }

        """.ReplaceLineEndings("\r\n"));
}
