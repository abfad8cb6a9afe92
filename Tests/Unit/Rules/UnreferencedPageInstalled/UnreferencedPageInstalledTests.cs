using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.UnreferencedPageInstalled;

/// <summary>Wherever the page comes from, and whichever insert it goes through: something holds it then.</summary>
public sealed class UnreferencedPageInstalledTests
{
    private const string Found = "Page? found = memory.PfnToPage(pfn); if (found is null) { return; } ";

    [Theory]
    [InlineData(Found + "vma.InsertPage(0, {|DVM1001:found|});")]
    [InlineData(Found + "vma.InsertPageMkWrite(0, {|DVM1001:found|}, true);")]
    [InlineData(Found + "vma.InsertFolioPmd(0, {|DVM1001:found.Folio|}, true);")]
    [InlineData(Found + "if (!found.TryGet()) { vma.InsertPage(0, {|DVM1001:found|}); return; } found.Put();")]
    [InlineData(Found + "if (!found.TryGet()) { return; } found.Put(); vma.InsertPage(0, {|DVM1001:found|});")]
    [InlineData("Page? seen = vma.NormalPage(0); if (seen is null) { return; } vma.InsertPage(0, {|DVM1001:seen|});")]
    [InlineData("Page? mine = file.GetPage(0); if (mine is null) { return; } mine.Put(); vma.InsertPage(0, {|DVM1001:mine|});")]
    [InlineData("foreach (Pfn one in many) { Page? each = memory.PfnToPage(one); if (each is null) { continue; } vma.InsertPage(0, {|DVM1001:each|}); }")]
    [InlineData("for (int i = 0; i < 4; i++) { Page? each = i == 2 ? memory.PfnToPage(pfn) : file.GetPage(i); if (each is null) { return; } vma.InsertPage(0, {|DVM1001:each|}); if (i != 2) { each.Put(); } }")]
    public Task A_page_that_nothing_holds_is_reported(string body) => VerifyAsync(body);

    /// <summary>The temporary reference around the install, the pgmap, a page that was lent or came with a reference.</summary>
    [Theory]
    [InlineData(Found + "if (!found.TryGet()) { return; } vma.InsertPage(0, found); found.Put();")]
    [InlineData(Found + "if (!found.TryGet()) { return; } try { vma.InsertPageMkWrite(0, found, true); } finally { found.Put(); }")]
    [InlineData(Found + "if (!found.TryGet()) { return; } vma.InsertFolioPmd(0, found.Folio, true); found.Put();")]
    [InlineData("Page? mine = file.GetPage(0); if (mine is null) { return; } vma.InsertPage(0, mine); mine.Put();")]
    [InlineData("Page? mine = memory.AllocPage(); if (mine is null) { return; } vma.InsertPage(0, mine); mine.Put();")]
    [InlineData("vma.InsertPage(0, lent);")]
    [InlineData("foreach (Page each in pages) { vma.InsertPage(0, each); }")]
    [InlineData("int n = space.GetUserPages(0, 1, GupFlags.None, pages); if (n > 0) { vma.InsertPage(0, pages[0]); pages[0].Put(); }")]
    [InlineData("lent.Get(); vma.InsertPage(0, lent); lent.Put();")]
    public Task A_page_that_is_held_or_lent_is_not(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) => LibraryTest.VerifyAsync(
        $"internal void M(PhysicalMemory memory, AddressSpace space, Vma vma, DaxFile file, Page lent, Page[] pages, Pfn pfn, Pfn[] many) {{ {body} }}");
}
