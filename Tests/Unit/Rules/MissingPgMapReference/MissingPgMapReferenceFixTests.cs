using System.Threading.Tasks;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Rules.MissingPgMapReference;

public sealed class MissingPgMapReferenceFixTests
{
    [Fact]
    public Task HoldsThePgMapToTheLastUse() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public bool M(PhysicalMemory memory, Pfn pfn)
            {
                // look it up
                var page = memory.PfnToPage(pfn);
                if (page is null)
                {
                    return false;
                }

                System.Console.WriteLine({|DVM1003:page.ReadByte(0)|});
                System.Console.WriteLine("done");
                return true;
            }
        }
        """,
        """
        using Devmap;
        public class C
        {
            public bool M(PhysicalMemory memory, Pfn pfn)
            {
                // look it up
                PgMap? pgmap = memory.GetDevPagemap(pfn);
                if (pgmap is null)
                {
                    return false;
                }

                try
                {
                    var page = memory.PfnToPage(pfn);
                    if (page is null)
                    {
                        return false;
                    }

                    System.Console.WriteLine(page.ReadByte(0));
                }
                finally
                {
                    pgmap.Put();
                }

                System.Console.WriteLine("done");
                return true;
            }
        }
        """);

    [Fact]
    public Task FindsTheLookupByTheName() => VerifyAsync(
        """
        using Devmap;
        public class C
        {
            public byte? M(PhysicalMemory memory, Pfn pfn)
            {
                Page page = memory.PfnToPage(pfn)!;
                return {|DVM1003:page.ReadByte(0)|};
            }
        }
        """,
        """
        using Devmap;
        public class C
        {
            public byte? M(PhysicalMemory memory, Pfn pfn)
            {
                PgMap? pgmap = memory.GetDevPagemap(pfn);
                if (pgmap is null)
                {
                    return null;
                }

                try
                {
                    Page page = memory.PfnToPage(pfn)!;
                    return page.ReadByte(0);
                }
                finally
                {
                    pgmap.Put();
                }
            }
        }
        """);

    [Fact]
    public Task NotOfferedWhereTheArgumentActs() => RuleFixTest<MissingPgMapReferenceFix>.VerifyNoFixAsync(
        """
        using Devmap;
        public class C
        {
            Pfn Next() => default;
            public void M(PhysicalMemory memory)
            {
                var page = memory.PfnToPage(Next());
                if (page != null) {|DVM1003:page.ReadByte(0)|};
            }
        }
        """);

    private static Task VerifyAsync(string marked, string expected) =>
        RuleFixTest<MissingPgMapReferenceFix>.VerifyAsync(marked, expected, MissingPgMapReferenceFix.HoldPgMapKey);
}
