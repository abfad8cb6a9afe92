using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>Calls of methods that say nothing: where the callee may keep the object our claim ends; parameters of what is contracted are lent.</summary>
public sealed class HelperTests
{
    private const string World = """
        private void Silent(Item item) { } private static Item Pass(Item item) => item; private Item Make() => Pool.Take();
        private void Half([ReleasesRef] Item mine, Item other) { mine.Put(); }
        [BorrowedByDefault] private static class Lender { public static void Look(Item item) { } }
        private void Borrow([BorrowedRef] Item item) { }

        """;

    [Theory]
    [InlineData("var x = Pool.Take(); Silent(x); x.Put();")]
    [InlineData("var x = Pool.Take(); Pass(x).Put();")]
    [InlineData("var x = Make(); x.Put();")]
    [InlineData("var x = Pool.Take(); Half(Pool.Take(), x); x.Put();")]
    [InlineData("var x = Pool.Take(); Lender.Look(x); x.Put();")]
    [InlineData("var x = Pool.Take(); Borrow(x); x.Put();")]
    [InlineData("lent.Get(); Silent(lent); lent.Put();")]
    public Task Clean(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; Half(Pool.Take(), x);")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; Lender.Look(x);")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; Borrow(x);")]
    [InlineData("var x = Pool.Take(); x.Put(); Borrow({|DVM2003:x|});")]
    [InlineData("var x = Pool.Take(); Half(x, null); {|DVM2003:x.Read()|};")]
    public Task Faulty(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) => CountedCode.VerifyMembersAsync(World + "public void M(Item lent, bool a, int n) {\n" + body + "\n}");
}
