using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.ReleaseCountMismatch;

/// <summary>A pinning call answers with a count or with a negative errno; only what is pinned is unpinned.</summary>
public sealed class PageTests
{
    private const string Pin = "int n = space.PinUserPages(at, 4, GupFlags.Write, pages); ";

    [Theory]
    [InlineData(Pin + "if (n != 4) { space.UnpinUserPages(pages, {|DVM2006:n|}); return; } space.UnpinUserPages(pages, 4);")]
    [InlineData(Pin + "if (n < 0) { space.UnpinUserPages(pages, {|DVM2006:n|}); return; } space.UnpinUserPages(pages, n);")]
    [InlineData(Pin + "if (n > 0) { space.UnpinUserPages(pages, {|DVM2006:4|}); }")]
    [InlineData(Pin + "if (n > 0) { space.UnpinUserPages(pages, {|DVM2006:pages.Length|}); }")]
    public Task An_errno_or_what_was_asked_for_is_reported(string body) => VerifyAsync(body);

    [Theory]
    [InlineData(Pin + "if (n < 0) { return; } space.UnpinUserPages(pages, n);")]
    [InlineData(Pin + "if (n != 4) { if (n > 0) { space.UnpinUserPages(pages, n); } return; } space.UnpinUserPages(pages, 4);")]
    [InlineData(Pin + "if (n > 0) { space.UnpinUserPages(pages, n); }")]
    [InlineData(Pin + "if (n == -(int)Errno.EFAULT) { return; } if (n > 0) { space.UnpinUserPages(pages, n); }")]
    public Task What_is_pinned_is_not(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) =>
        LibraryTest.VerifyAsync($"internal void M(AddressSpace space, ulong at) {{ var pages = new Page[4]; {body} }}");
}
