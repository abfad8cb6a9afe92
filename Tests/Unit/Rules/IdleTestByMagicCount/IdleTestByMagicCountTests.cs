using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.IdleTestByMagicCount;

/// <summary>A count of 1 is no idle page; it is the only holder, if this code is one.</summary>
public sealed class IdleTestByMagicCountTests
{
    [Theory]
    [InlineData("return {|DVM1006:page.RefCount == 1|};")]
    [InlineData("return {|DVM1006:page.RefCount <= 1|};")]
    [InlineData("return {|DVM1006:page.RefCount != 1|};")]
    [InlineData("return {|DVM1006:page.RefCount > 1|};")]
    [InlineData("return {|DVM1006:page.RefCount < 2|};")]
    [InlineData("return {|DVM1006:1 == page.RefCount|};")]
    [InlineData("return {|DVM1006:1 >= page.RefCount|};")]
    [InlineData("return {|DVM1006:page.RefCount is 1|};")]
    [InlineData("return {|DVM1006:page.RefCount is not 1|};")]
    [InlineData("return {|DVM1006:page.RefCount is > 1|};")]
    [InlineData("return {|DVM1006:page.RefCount == IdleCount|};")]
    [InlineData("int count = page.RefCount; return {|DVM1006:count == 1|};")]
    [InlineData("const int Free = 1; return a && {|DVM1006:page.RefCount == Free|};")]
    [InlineData("while ({|DVM1006:page.RefCount != 1|}) { Thread.Sleep(1); } return true;")]
    [InlineData("SpinWait.SpinUntil(() => {|DVM1006:page.RefCount == 1|}); return true;")]
    [InlineData("Page? found = memory.PfnToPage(pfn); return found is not null && {|DVM1006:found.RefCount == 1|};")]
    [InlineData("page.Get(); page.Put(); return {|DVM1006:page.RefCount == 1|};")]
    public Task A_count_of_one_is_not_idle(string body) => VerifyAsync(body);

    /// <summary>Holders ask whether they are alone; anonymous memory that is not shared is written in place; zero is zero.</summary>
    [Theory]
    [InlineData("return page.IsIdle;")]
    [InlineData("return page.RefCount == 0;")]
    [InlineData("return page.RefCount > 0;")]
    [InlineData("return page.RefCount == 2;")]
    [InlineData("return page.RefCount - page.MapCount == 1;")]
    [InlineData("return page.MapCount == 1;")]
    [InlineData("page.Get(); bool alone = page.RefCount == 1; page.Put(); return alone;")]
    [InlineData("if (!page.TryGet()) { return false; } bool alone = page.RefCount == 1; page.Put(); return alone;")]
    [InlineData("return page.IsAnonymous && page.RefCount == 1;")]
    [InlineData("return !page.IsZoneDevice && page.RefCount == 1;")]
    [InlineData("Page? mine = memory.AllocPage(); if (mine is null) { return false; } bool alone = mine.RefCount == 1; mine.Put(); return alone;")]
    [InlineData("Page? mine = file.GetPage(0); if (mine is null) { return false; } try { return mine.RefCount == 1; } finally { mine.Put(); }")]
    [InlineData("return _field.RefCount == 1;")]
    [InlineData("return pgmap.RefCount == 1;")]
    [InlineData("Console.WriteLine(page.RefCount); return true;")]
    public Task Any_other_question_is_asked_rightly(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("linux_5_15")]
    [InlineData("linux_6_1")]
    public Task In_older_kernels_it_was_the_test(string era) => VerifyAsync("return page.RefCount == 1;", "devmap_era = " + era);

    private static Task VerifyAsync(string body, string? option = null) => LibraryTest.VerifyAsync(
        "private const int IdleCount = 1; private Page _field = null!;\n"
        + $"public bool M(Page page, PgMap pgmap, PhysicalMemory memory, DaxFile file, Pfn pfn, bool a) {{ {body} }}",
        option);
}
