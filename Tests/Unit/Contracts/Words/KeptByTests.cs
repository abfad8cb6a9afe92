using System.Threading.Tasks;
using Devmap.Tests.Unit.Flow;
using Xunit;

namespace Devmap.Tests.Unit.Contracts.Words;

/// <summary><c>[KeptBy]</c>: handed over, and alive as long as the keeper; <c>Keeper</c> says which.</summary>
public sealed class KeptByTests
{
    private const string Keeper = """
        public sealed class Keeper
        {
            [return: AcquiresRef(Kind = "keeper")] public static Keeper Make() => new Keeper();
            public void Keep([ReleasesRef, KeptBy] Item a) { }
            public static void KeepIn(Keeper k, [ReleasesRef, KeptBy(Keeper = "k")] Item a) { }
            [ReleasesRef(Kind = "keeper")] public void End() { }
        }

        """;

    [Theory]
    [InlineData("k.Keep(x); x.Read(); k.End();")]
    [InlineData("Keeper.KeepIn(k, x); x.Read(); k.End();")]
    public Task Clean(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("k.Keep(x); k.End(); {|DVM2003:x.Read()|};")]
    [InlineData("Keeper.KeepIn(k, x); k.End(); {|DVM2003:x.Read()|};")]
    [InlineData("k.Keep(x); {|DVM2002:x.Put()|}; k.End();")]
    public Task Faulty(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) => CountedCode.VerifyAsync(
        "[TrustedContract]\n" + Keeper + "public class C { public void M() { var k = Keeper.Make(); var x = Pool.Take(); " + body + " } }");
}
