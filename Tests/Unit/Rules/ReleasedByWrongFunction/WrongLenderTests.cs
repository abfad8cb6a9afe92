using System.Threading.Tasks;
using Devmap.Tests.Unit.Flow;
using Xunit;

namespace Devmap.Tests.Unit.Rules.ReleasedByWrongFunction;

/// <summary><c>Of</c>: an object goes back to the lender that it came from.</summary>
public sealed class WrongLenderTests
{
    private const string World = """

        [TrustedContract] public sealed class Shelf
        {
            public Shelf Next => this;
            [return: AcquiresRef] public Item Rent() => null!;
            public void Return([ReleasesRef(Of = "this")] Item item) { }
            public static void Return(Shelf shelf, [ReleasesRef(Of = "shelf")] Item item) { }
        }
        """;

    [Theory]
    [InlineData("var x = left.Rent(); left.Return(x);")]
    [InlineData("var x = _first.Rent(); x.Read(); _first.Return(x);")]
    [InlineData("var shelf = a ? left : right; var x = shelf.Rent(); shelf.Return(x);")]
    [InlineData("var same = left; var x = left.Rent(); same.Return(x);")]
    [InlineData("if (left != right) return; var x = left.Rent(); right.Return(x);")]
    [InlineData("var x = left.Rent(); Shelf.Return(left, x);")]
    [InlineData("foreach (var shelf in many) { var x = shelf.Rent(); shelf.Return(x); }")]
    public Task Clean(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("var x = left.Rent(); {|DVM2004:right.Return(x)|};")]
    [InlineData("var x = left.Rent(); {|DVM2004:Shelf.Return(right, x)|};")]
    [InlineData("var x = _first.Rent(); {|DVM2004:_second.Return(x)|};")]
    [InlineData("var mine = new Shelf(); var x = left.Rent(); {|DVM2004:mine.Return(x)|};")]
    [InlineData("var x = a ? left.Rent() : right.Rent(); {|DVM2004:left.Return(x)|};")]
    public Task Faulty(string body) => VerifyAsync(body);

    /// <summary>Two expressions may well stand for one object.</summary>
    [Theory]
    [InlineData("var x = left.Next.Rent(); right.Next.Return(x);")]
    [InlineData("var x = many[0].Rent(); many[1].Return(x);")]
    [InlineData("var x = _first.Rent(); left.Return(x);")]
    [InlineData("var x = Find(1).Rent(); Find(1).Return(x);")]
    public Task Unknown(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) => CountedCode.VerifyAsync(
        "public class C {\nprivate Shelf _first = new(), _second = new();\nprivate static Shelf Find(int key) => new();\n"
        + "public void M(Shelf left, Shelf right, Shelf[] many, bool a) {\n" + body + "\n}\n}" + World);
}
