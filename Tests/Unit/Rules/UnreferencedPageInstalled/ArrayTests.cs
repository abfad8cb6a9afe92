using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.UnreferencedPageInstalled;

/// <summary>Pages are collected in one loop and installed in another; one of them that nothing holds is enough.</summary>
public sealed class ArrayTests
{
    private const string InstallAll = "for (int i = 0; i < n; i++) { vma.InsertPage((ulong)i * 4096, {|DVM1001:pages[i]|}); }";
    private const string InstallHeld = "for (int i = 0; i < n; i++) { vma.InsertPage((ulong)i * 4096, pages[i]); pages[i].Put(); }";

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) { pages[i] = memory.PfnToPage(pfn + i)!; } " + InstallAll)]
    [InlineData("for (int i = 0; i < n; i++) { Page? found = memory.PfnToPage(pfn + i); if (found is null) { return; } pages[i] = found; } " + InstallAll)]
    [InlineData("int count = 0; while (count < n) { Page? found = memory.PfnToPage(pfn + count); if (found is null) { break; } pages[count++] = found; } for (int i = 0; i < count; i++) { vma.InsertPage((ulong)i * 4096, {|DVM1001:pages[i]|}); }")]
    public Task Looked_up_in_one_loop_and_installed_in_another(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) { Page? found = memory.PfnToPage(pfn + i); if (found is null || !found.TryGet()) { return; } pages[i] = found; } " + InstallHeld)]
    [InlineData("for (int i = 0; i < n; i++) { Page? mine = file.GetPage(i); if (mine is null) { return; } pages[i] = mine; } " + InstallHeld)]
    [InlineData("for (int i = 0; i < n; i++) { pages[i] = memory.PfnToPage(pfn + i)!; } for (int i = 0; i < n; i++) { if (pages[i].TryGet()) { vma.InsertPage(0, pages[i]); pages[i].Put(); } }")]
    [InlineData("for (int i = 0; i < n; i++) { pages[i] = lent; } for (int i = 0; i < n; i++) { vma.InsertPage(0, pages[i]); }")]
    [InlineData("pages[0] = lent; pages[1] = memory.PfnToPage(pfn)!; vma.InsertPage(0, pages[0]);")]
    [InlineData("pages[1] = memory.PfnToPage(pfn)!; pages[0] = lent; for (int i = 0; i < n; i++) { vma.InsertPage(0, pages[i]); }")]
    [InlineData("for (int i = 0; i < n; i++) { pages[i] = memory.PfnToPage(pfn + i)!; } hold(pages); for (int i = 0; i < n; i++) { vma.InsertPage(0, pages[i]); }")]
    public Task Held_or_lent_or_unknown(string body) => VerifyAsync(body);

    /// <summary>One bad element among good ones: the last one of the loop, or the only one that is not a file's.</summary>
    [Theory]
    [InlineData("for (int i = 0; i < n; i++) { if (a) { pages[i] = memory.PfnToPage(pfn)!; } else { pages[i] = file.GetPage(i)!; } } " + InstallAll)]
    [InlineData("pages[0] = lent; pages[1] = memory.PfnToPage(pfn)!; " + InstallAll)]
    public Task One_bad_element(string body) => VerifyAsync(body);

    /// <summary>Which round of the loop stored it is not followed: a later good one may have been the last to be seen.</summary>
    [Fact]
    public Task One_bad_round_is_not_told_apart() => VerifyAsync(
        "for (int i = 0; i < n; i++) { pages[i] = i == 2 ? memory.PfnToPage(pfn)! : file.GetPage(i)!; } " + InstallHeld);

    private static Task VerifyAsync(string body) => LibraryTest.VerifyAsync(
        $"internal void M(PhysicalMemory memory, Vma vma, DaxFile file, Page lent, Pfn pfn, Action<Page[]> hold, bool a, int n) {{ var pages = new Page[8]; {body} }}");
}
