using System.Threading.Tasks;
using Devmap.Analyzers;
using Devmap.CodeFixes.Rules;
using Xunit;

namespace Devmap.Tests.Unit.Fixes;

public sealed class MissingPgMapReferenceFixTests
{
    [Fact]
    public Task HoldsThePgMapToTheLastUse() => VerifyAsync(
        """
        using Devmap;
        class C
        {
            bool M(PhysicalMemory memory, Pfn pfn)
            {
                // look it up
                var page = {|acquire:memory.PfnToPage(pfn)|};
                if (page is null)
                {
                    return false;
                }

                System.Console.WriteLine([|page.ReadByte(0)|]);
                System.Console.WriteLine("done");
                return true;
            }
        }
        """,
        """
        using Devmap;
        class C
        {
            bool M(PhysicalMemory memory, Pfn pfn)
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
        class C
        {
            byte? M(PhysicalMemory memory, Pfn pfn)
            {
                Page page = memory.PfnToPage(pfn)!;
                return [|page.ReadByte(0)|];
            }
        }
        """,
        """
        using Devmap;
        class C
        {
            byte? M(PhysicalMemory memory, Pfn pfn)
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
    public async Task NotOfferedWhereTheArgumentActs() => Assert.Empty(await ScriptedFix.TitlesAsync<MissingPgMapReferenceFix>(
        """
        using Devmap;
        class C
        {
            Pfn Next() => default;
            void M(PhysicalMemory memory)
            {
                var page = {|acquire:memory.PfnToPage(Next())|};
                if (page != null) [|page.ReadByte(0)|];
            }
        }
        """, (DiagnosticProperties.Object, "page")));

    private static Task VerifyAsync(string marked, string expected) =>
        ScriptedFix.VerifyAsync<MissingPgMapReferenceFix>(
            marked, expected, MissingPgMapReferenceFix.HoldPgMapKey, (DiagnosticProperties.Object, "page"));
}
