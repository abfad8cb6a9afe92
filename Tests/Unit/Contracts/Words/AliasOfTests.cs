using System.Threading.Tasks;
using Devmap.Tests.Unit.Flow;
using Xunit;

namespace Devmap.Tests.Unit.Contracts.Words;

/// <summary><c>[AliasOf]</c>: the very object of its <c>Source</c>.</summary>
public sealed class AliasOfTests
{
    private const string Alias = """
        [TrustedContract]
        public static class Alias
        {
            [return: AliasOf(Source = "b")] public static Item Second([BorrowedRef] Item a, [BorrowedRef] Item b) => b;
        }

        """;

    [Fact]
    public Task Clean() => VerifyAsync("var x = Pool.Take(); Alias.Second(lent, x).Put();");

    [Fact]
    public Task Faulty() => VerifyAsync("var x = Pool.Take(); {|DVM2002:Alias.Second(x, lent).Put()|}; x.Put();");

    private static Task VerifyAsync(string body) => CountedCode.VerifyAsync(Alias + "public class C { public void M(Item lent) { " + body + " } }");
}
