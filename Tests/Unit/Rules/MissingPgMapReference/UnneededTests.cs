using System.Threading.Tasks;
using Devmap.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace Devmap.Tests.Unit.Rules.MissingPgMapReference;

/// <summary>Since v6.15 a page that is held keeps its range: a reference on the range beside it is advised against.</summary>
public sealed class UnneededTests
{
    private const string Mine = "Page? mine = file.GetPage(0); if (mine is null) { return; } ";

    [Theory]
    [InlineData(Mine + "PgMap? pgmap = {|#0:memory.GetDevPagemap(mine.Pfn)|}; if (pgmap is null) { mine.Put(); return; } mine.ReadByte(0); pgmap.Put(); mine.Put();")]
    [InlineData(Mine + "PgMap? pgmap = {|#0:memory.GetDevPagemap(mine.Pfn)|}; mine.SetDirty(); pgmap?.Put(); mine.Put();")]
    [InlineData(Mine + "Pfn frame = mine.Pfn; PgMap? pgmap = {|#0:memory.GetDevPagemap(frame)|}; if (pgmap is not null) { try { mine.ReadByte(0); } finally { pgmap.Put(); } } mine.Put();")]
    public Task A_page_that_is_held_keeps_its_range(string body)
    {
        LibraryTest<ReferenceCountAnalyzer> test = LibraryTest<ReferenceCountAnalyzer>.Of(Method(body));
        test.ExpectedDiagnostics.Add(new DiagnosticResult(DiagnosticIds.MissingPgMapReference, DiagnosticSeverity.Info)
            .WithLocation(0)
            .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)
            .WithMessage("The reference that 'GetDevPagemap' takes can go: 'mine' is held meanwhile, and a page that is held keeps its range"));
        return test.RunAsync();
    }

    /// <summary>The page is not held all the while, another page lives by the range, the range itself is of interest, or it is handed on.</summary>
    [Theory]
    [InlineData(Mine + "PgMap? pgmap = memory.GetDevPagemap(mine.Pfn); mine.Put(); pgmap?.Put();")]
    [InlineData(Mine + "PgMap? pgmap = memory.GetDevPagemap(mine.Pfn); if (pgmap is null) { mine.Put(); return; } if (a) { mine.Put(); pgmap.Put(); return; } pgmap.Put(); mine.Put();")]
    [InlineData(Mine + "PgMap? pgmap = memory.GetDevPagemap(mine.Pfn); if (pgmap is null) { mine.Put(); return; } memory.PfnToPage(mine.Pfn + 1)?.ReadByte(0); pgmap.Put(); mine.Put();")]
    [InlineData(Mine + "PgMap? pgmap = memory.GetDevPagemap(mine.Pfn); if (pgmap is null) { mine.Put(); return; } Console.WriteLine(pgmap.PageCount); pgmap.Put(); mine.Put();")]
    [InlineData(Mine + "PgMap? pgmap = memory.GetDevPagemap(mine.Pfn); if (pgmap is null) { mine.Put(); return; } look(pgmap); pgmap.Put(); mine.Put();")]
    [InlineData(Mine + "PgMap? pgmap = memory.GetDevPagemap(pfn); if (pgmap is null) { mine.Put(); return; } mine.ReadByte(0); pgmap.Put(); mine.Put();")]
    [InlineData("PgMap? pgmap = memory.GetDevPagemap(lent.Pfn); if (pgmap is null) { return; } lent.ReadByte(0); pgmap.Put();")]
    public Task A_range_that_is_needed_is_silent(string body) => LibraryTest.VerifyAsync(Method(body));

    [Theory]
    [InlineData("linux_5_15")]
    [InlineData("linux_6_1")]
    public Task Before_it_was_needed(string era) => LibraryTest.VerifyAsync(
        Method(Mine + "PgMap? pgmap = memory.GetDevPagemap(mine.Pfn); if (pgmap is null) { mine.Put(); return; } mine.ReadByte(0); pgmap.Put(); mine.Put();"), "devmap_era = " + era);

    private static string Method(string body) =>
        $"internal void M(PhysicalMemory memory, DaxFile file, Page lent, Pfn pfn, Action<PgMap> look, bool a) {{ {body} }}";
}
