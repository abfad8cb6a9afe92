using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>Batches: a call acquires or releases as many as a parameter or its result says.</summary>
public sealed class CountTests
{
    private const string World = """
        [TrustedContract] private static int PinAll(int wanted, [AcquiresRef(Kind = "pin", When = When.Positive, Count = "return")] Item[] items) => 0;
        [TrustedContract] private static void UnpinAll([ReleasesRef(Kind = "pin", Count = "count")] Item[] items, int count) { }
        [TrustedContract] private static void GetMany([AcquiresRef(Count = "count")] Item item, int count) { }
        [TrustedContract] private static void PutMany([ReleasesRef(Count = "count")] Item item, int count) { }

        """;

    [Theory]
    [InlineData("var items = new Item[n]; int got = PinAll(n, items); if (got <= 0) return; UnpinAll(items, got);")]
    [InlineData("var items = new Item[n]; int got = PinAll(n, items); if (got > 0) { items[0].Read(); UnpinAll(items, got); }")]
    [InlineData("var items = new Item[n]; int got = PinAll(n, items); if (got < n) { if (got > 0) UnpinAll(items, got); return; } UnpinAll(items, n);")]
    [InlineData("var items = new Item[n]; int got = PinAll(n, items); for (int i = 0; i < got; i++) items[i].Unpin();")]
    [InlineData("GetMany(lent, n); PutMany(lent, n);")]
    [InlineData("GetMany(lent, 2); lent.Put(); lent.Put();")]
    [InlineData("lent.Get(); lent.Get(); PutMany(lent, 2);")]
    [InlineData("GetMany(lent, n); for (int i = 0; i < n; i++) lent.Put();")]
    public Task Clean(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("var items = new Item[n]; int got = {|DVM2001:PinAll(n, items)|}; if (got <= 0) return; Pool.Check(a);")]
    [InlineData("var items = new Item[n]; int got = {|DVM2001:PinAll(n, items)|}; if (got < n) return; UnpinAll(items, got);")]
    [InlineData("{|DVM2001:GetMany(lent, 2)|}; lent.Read();")]
    [InlineData("{|DVM2001:GetMany(lent, 2)|}; lent.Put();")]
    [InlineData("lent.Get(); {|DVM2002:PutMany(lent, 2)|};")]
    [InlineData("{|DVM2001:GetMany(lent, 3)|}; PutMany(lent, 2);")]
    public Task Faulty(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) =>
        CountedCode.VerifyMembersAsync(World + "public void M(Item lent, bool a, int n) {\n" + body + "\n}");
}
