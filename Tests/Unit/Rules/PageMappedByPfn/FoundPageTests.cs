using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.PageMappedByPfn;

/// <summary>Who looks a frame's page up and finds one knows that the frame has one; who finds none may map it by its number.</summary>
public sealed class FoundPageTests
{
    [Theory]
    [InlineData("if (memory.PfnToPage(raw) is not null) { vma.InsertPfn(address, {|DVM1004:raw|}); }")]
    [InlineData("Page? page = memory.PfnToPage(raw); if (page != null) { vma.InsertMixed(address, {|DVM1004:raw|}); }")]
    [InlineData("Page? page = memory.PfnToPage(raw); if (page is null) { vma.InsertPfn(address, raw); return; } vma.InsertPfn(address, {|DVM1004:raw|});")]
    [InlineData("if (memory.PfnToPage(raw) is { } page) { vma.InsertPfn(address, {|DVM1004:raw + n|}); }")]
    [InlineData("if (memory.PfnToPage(raw) is null || a) { return; } vma.InsertMixed(address, {|DVM1004:raw|});")]
    public Task A_frame_with_a_page_is_reported(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("if (memory.PfnToPage(raw) is null) { vma.InsertPfn(address, raw); }")]
    [InlineData("Page? page = memory.PfnToPage(raw); vma.InsertPfn(address, raw);")]
    [InlineData("Page? page = memory.PfnToPage(raw); if (page is not null) { return; } vma.InsertMixed(address, raw);")]
    [InlineData("if (memory.PfnToPage(raw) is not null) { raw = new Pfn(7); vma.InsertPfn(address, raw); }")]
    [InlineData("if (memory.PfnToPage(other) is not null) { vma.InsertPfn(address, raw); }")]
    [InlineData("vma.InsertPfn(address, memory.PfnToPage(raw) is null ? raw : other);")]
    public Task A_frame_without_or_of_which_it_is_not_known_is_not(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) =>
        LibraryTest.VerifyAsync($"internal void M(PhysicalMemory memory, Vma vma, ulong address, Pfn raw, Pfn other, bool a, int n) {{ {body} }}");
}
