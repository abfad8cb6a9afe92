using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>Behind a call that comes back only if a condition holds, it holds.</summary>
public sealed class AssertionTests
{
    private const string Assertions = """

        public static class Must
        {
            public static void Hold([System.Diagnostics.CodeAnalysis.DoesNotReturnIf(false)] bool condition) { }
            public static void Fail([System.Diagnostics.CodeAnalysis.DoesNotReturnIf(true)] bool condition) { }
        }
        """;

    [Theory]
    [InlineData("Must.Fail(lent.TryGet());")]
    [InlineData("Must.Hold(lent.TryGet()); lent.Put();")]
    [InlineData("bool ok = lent.TryGet(); Must.Hold(ok); lent.Put();")]
    [InlineData("var x = Pool.Find(n); Must.Hold(x != null); x.Put();")]
    public Task Clean(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("Must.Hold({|DVM2001:lent.TryGet()|});")]
    [InlineData("Must.Hold(lent.TryGet()); lent.Put(); {|DVM2002:lent.Put()|};")]
    public Task Faulty(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) =>
        CountedCode.VerifyAsync("public class C { public void M(Item lent, bool a, int n) { " + body + " } }" + Assertions);
}
