using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.ReleasedByWrongFunction;

/// <summary>What was pinned is unpinned, what was got is put: the two counts of a page are not one.</summary>
public sealed class PageTests
{
    private const string Pin = "int n = space.PinUserPages(at, 1, GupFlags.Write, pages); if (n <= 0) { return; } ";
    private const string Get = "int n = space.GetUserPages(at, 1, GupFlags.None, pages); if (n <= 0) { return; } ";

    [Theory]
    [InlineData(Pin + "{|DVM2004:pages[0].Put()|};")]
    [InlineData(Get + "{|DVM2004:pages[0].Unpin()|};")]
    [InlineData(Get + "{|DVM2004:space.UnpinUserPages(pages, n)|};")]
    [InlineData("Page? page = file.GetPage(0); if (page is null) { return; } {|DVM2004:page.Unpin()|};")]
    [InlineData("int n = space.PinUserPagesFast(at, 1, GupFlags.None, pages); for (int i = 0; i < n; i++) { {|DVM2004:pages[i].Put()|}; }")]
    public Task The_wrong_one_is_reported(string body) => VerifyAsync(body);

    [Theory]
    [InlineData(Pin + "pages[0].Unpin();")]
    [InlineData(Pin + "space.UnpinUserPages(pages, n);")]
    [InlineData(Get + "pages[0].Put();")]
    [InlineData(Pin + "pages[0].Get(); pages[0].Put(); pages[0].Unpin();")]
    [InlineData("Page? page = file.GetPage(0); if (page is null) { return; } page.Put();")]
    public Task The_right_one_is_not(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) =>
        LibraryTest.VerifyAsync($"internal void M(AddressSpace space, DaxFile file, ulong at) {{ var pages = new Page[1]; {body} }}");
}
