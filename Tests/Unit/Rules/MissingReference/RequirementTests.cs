using System.Threading.Tasks;
using Devmap.Tests.Unit.Flow;
using Xunit;

namespace Devmap.Tests.Unit.Rules.MissingReference;

/// <summary>What a call requires: that something holds the object, or holds it in the kind that is asked for.</summary>
public sealed class RequirementTests
{
    private const string World = """

        [TrustedContract] public static class Device
        {
            public static void Map([RequiresRef(Kind = "pin")] Item item) { }
            public static void Show([RequiresRef] View view) { }
        }
        [TrustedContract] public sealed class View { }
        [TrustedContract] public static class Views { [return: BorrowedRef(From = "item")] public static View Of(Item item) => null!; }
        """;

    [Theory]
    [InlineData("Pool.Lend(lent);")]
    [InlineData("var x = Pool.Take(); Pool.Lend(x); x.Put();")]
    [InlineData("var x = Pool.Peek(n); if (x != null && x.TryGet()) { Pool.Lend(x); x.Put(); }")]
    [InlineData("var x = Pool.Peek(n); if (x == null) Pool.Lend(x);")]
    [InlineData("lent.Pin(); Device.Map(lent); lent.Unpin();")]
    [InlineData("var x = Pool.Take(); if (x.TryPin()) { Device.Map(x); x.Unpin(); } x.Put();")]
    [InlineData("var x = Pool.Peek(n); if (x == null || !x.TryGet()) return; Device.Show(Views.Of(x)); x.Put();")]
    [InlineData("Device.Show(Views.Of(lent));")]
    public Task Clean(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("var x = Pool.Peek(n); if (x != null) Pool.Lend({|DVM2009:x|});")]
    [InlineData("var x = Pool.Peek(n); if (x != null) {|DVM2009:x.Read()|};")]
    [InlineData("var x = Pool.Peek(n); if (x == null) return; if (a && !x.TryGet()) return; Pool.Lend({|DVM2009:x|}); if (a) x.Put();")]
    [InlineData("var x = Pool.Take(); Device.Map({|DVM2009:x|}); x.Put();")]
    [InlineData("var x = Pool.Take(); x.Pin(); x.Unpin(); Device.Map({|DVM2009:x|}); x.Put();")]
    [InlineData("var x = Pool.Peek(n); if (x == null || !x.TryGet()) return; Device.Map({|DVM2009:x|}); x.Put();")]
    [InlineData("var x = Pool.Peek(n); if (x == null) return; Device.Show({|DVM2009:Views.Of(x)|});")]
    public Task Faulty(string body) => VerifyAsync(body);

    /// <summary>A lent object may be pinned by who lent it, and of what nothing is said somebody may hold anything.</summary>
    [Theory]
    [InlineData("Device.Map(lent);")]
    [InlineData("Device.Map(many[0]);")]
    [InlineData("var x = Pool.Peek(n); Keep(x); Pool.Lend(x);")]
    public Task Unknown(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) => CountedCode.VerifyAsync(
        "public abstract class C {\nprotected abstract void Keep(Item item);\npublic void M(Item lent, bool a, int n, Item[] many) {\n" + body + "\n}\n}" + World);
}
