using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.IdleTestByMagicCount;

/// <summary>Pages that are kept somewhere: who keeps them may hold them, unless it is said that he does not.</summary>
public sealed class PlaceTests
{
    private const string Fields = "[BorrowedRef] private Page _borrowed; [OwnedRef] private Page _owned; private Page _kept; private Page[] _many; public void Dispose() { _owned?.Put(); _owned = null; }\n";

    [Theory]
    [InlineData("return {|DVM1006:_borrowed.RefCount == 1|};")]
    [InlineData("Page seen = _borrowed; return {|DVM1006:seen.RefCount != 1|};")]
    [InlineData("return {|DVM1006:pages[0].RefCount == 1|};")]
    [InlineData("for (int i = 0; i < n; i++) { if ({|DVM1006:pages[i].RefCount == 1|}) { return true; } } return false;")]
    public Task Nobody_here_holds_it(string body) => VerifyAsync(body);

    /// <summary>An owner asks whether he is the only one; of a field without contract, and of what is in its array, nothing is known.</summary>
    [Theory]
    [InlineData("return _owned.RefCount == 1;")]
    [InlineData("return _kept.RefCount == 1;")]
    [InlineData("return _many[n].RefCount == 1;")]
    [InlineData("int got = space.PinUserPages(0, 1, GupFlags.None, pages); if (got <= 0) { return false; } bool alone = pages[0].RefCount == 1; space.UnpinUserPages(pages, got); return alone;")]
    public Task Its_keeper_may(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) => LibraryTest.VerifyTypesAsync(
        $"public sealed class C : IDisposable {{ {Fields}internal bool M(AddressSpace space, Page[] pages, int n) {{ {body} }} }}");
}
