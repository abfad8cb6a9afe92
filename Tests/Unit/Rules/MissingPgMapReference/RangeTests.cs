using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.MissingPgMapReference;

/// <summary>What a reference on the range is good for, and for how long.</summary>
public sealed class RangeTests
{
    private const string Held = "PgMap? pgmap = memory.GetDevPagemap(pfn); if (pgmap is null) { return; } Page? page = memory.PfnToPage(pfn); if (page is null) { pgmap.Put(); return; } ";

    /// <summary>A touch under the range says nothing of the next one behind it.</summary>
    [Theory]
    [InlineData(Held + "page.ReadByte(0); pgmap.Put(); {|DVM1003:page.ReadByte(0)|};")]
    [InlineData(Held + "page.SetDirty(); if (a) { pgmap.Put(); {|DVM1003:page.SetDirty()|}; return; } page.SetDirty(); pgmap.Put();")]
    [InlineData(Held + "try { page.ReadByte(0); } finally { pgmap.Put(); } {|DVM1003:page.ReadByte(0)|};")]
    public Task Dropped_too_early(string body) => VerifyAsync(body);

    [Theory]
    [InlineData(Held + "page.ReadByte(0); page.SetDirty(); pgmap.Put();")]
    [InlineData(Held + "if (!page.TryGet()) { pgmap.Put(); return; } pgmap.Put(); page.ReadByte(0); page.Put();")]
    [InlineData("Page? mine = file.GetPage(0); if (mine is null) { return; } PgMap? pgmap = memory.GetDevPagemap(mine.Pfn); mine.Put(); if (pgmap is null) { return; } mine.ReadByte(0); pgmap.Put();")]
    public Task Held_to_the_last_touch(string body) => VerifyAsync(body);

    /// <summary>RAM belongs to no range.</summary>
    [Fact]
    public Task A_page_of_RAM_is_not_kept_by_one() => VerifyAsync(
        "Page? mine = memory.AllocPage(); if (mine is null) { return; } PgMap? pgmap = memory.GetDevPagemap(pfn); mine.Put(); if (pgmap is null) { return; } {|DVM2003:mine.ReadByte(0)|}; pgmap.Put();");

    /// <summary>An idle page has a range and no reference on top of which another could be taken: <c>Get</c> throws there.</summary>
    [Fact]
    public Task It_gives_no_count() => VerifyAsync(Held + "{|DVM2009:page.Get()|}; pgmap.Put();");

    /// <summary>Before v6.15 an idle page had a count of 1 while its range was there.</summary>
    [Theory]
    [InlineData("linux_5_15")]
    [InlineData("linux_6_1")]
    public Task It_gave_one_before(string era) => VerifyAsync(Held + "page.Get(); pgmap.Put(); page.ReadByte(0); page.Put();", "devmap_era = " + era);

    /// <summary>The range of the frame before is handed on, and one put ends the chain.</summary>
    [Theory]
    [InlineData("PgMap? pgmap = null; for (int i = 0; i < n; i++) { pgmap = memory.GetDevPagemap(pfn + i, pgmap); if (pgmap is null) { return; } memory.PfnToPage(pfn + i)?.ReadByte(0); } pgmap?.Put();")]
    [InlineData("PgMap? first = memory.GetDevPagemap(pfn); PgMap? next = memory.GetDevPagemap(pfn + 1, first); next?.Put();")]
    public Task A_cached_one_is_put_once(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("PgMap? first = memory.GetDevPagemap(pfn); PgMap? next = memory.GetDevPagemap(pfn + 1, first); next?.Put(); first?{|DVM2002:.Put()|};")]
    [InlineData("PgMap? pgmap = memory.GetDevPagemap(pfn); if (pgmap is null) { return; } PgMap? next = {|DVM2001:memory.GetDevPagemap(pfn + 1, pgmap)|}; if (next is null || a) { return; } next.Put();")]
    public Task A_cached_one_is_not_put_twice_nor_left(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body, string? option = null) =>
        LibraryTest.VerifyAsync($"internal void M(PhysicalMemory memory, DaxFile file, Pfn pfn, bool a, int n) {{ {body} }}", option);
}
