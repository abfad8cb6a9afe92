using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.ReleaseCountMismatch;

/// <summary>A batch is given back one by one, by a loop that goes as far as was obtained, or beyond.</summary>
public sealed class LoopTests
{
    [Theory]
    [InlineData("int got = Batch.Pin(n, many); for (int i = 0; i < got; i++) many[i].Unpin();")]
    [InlineData("int got = Batch.Pin(n, many); while (got-- > 0) many[got].Unpin();")]
    [InlineData("int got = Batch.Pin(n, many); for (int i = got - 1; i >= 0; i--) many[i].Unpin();")]
    [InlineData("int got = Batch.Pin(many.Length, many); if (got <= 0) return; for (int i = 0; i < many.Length && i < got; i++) many[i].Unpin();")]
    [InlineData("int got = Batch.Pin(n, many); if (got < n) { for (int i = 0; i < got; i++) many[i].Unpin(); return; } for (int i = 0; i < n; i++) many[i].Unpin();")]
    [InlineData("int got = Batch.Pin(n, many); Pool.Check(got > 0); for (int i = 0; i < n; i++) if (many[i] != null) many[i].Unpin();")]
    [InlineData("int got = Batch.Pin(n, many); Pool.Check(got > 0); for (int i = 0; i < n; i++) many[i]?.Unpin();")]
    [InlineData("Batch.Get(lent, n); for (int i = 0; i < n; i++) lent.Put();")]
    public Task Clean(string body) => BatchWorld.VerifyBodyAsync(body);

    [Theory]
    [InlineData("int got = Batch.Pin(n, many); if (got <= 0) return; for (int i = 0; i < n; i++) {|DVM2006:many[i].Unpin()|};")]
    [InlineData("int got = Batch.Pin(n, many); if (got <= 0) return; for (int i = 0; i <= got; i++) {|DVM2006:many[i].Unpin()|};")]
    [InlineData("int got = Batch.Pin(many.Length, many); if (got <= 0) return; for (int i = 0; i < many.Length; i++) {|DVM2006:many[i].Unpin()|};")]
    [InlineData("int got = Batch.Pin(n, many); if (got <= 0) return; int i = 0; while (i < n) { {|DVM2006:many[i].Unpin()|}; i++; }")]
    public Task Faulty(string body) => BatchWorld.VerifyBodyAsync(body);

    [Theory]
    [InlineData("for (int i = 0; i < count; i++) items[i].Unpin();")]
    [InlineData("Batch.Unpin(items, count);")]
    public Task Handed_over(string body) => BatchWorld.VerifyMembersAsync(
        "public void M([ReleasesRef(Kind = \"pin\", Count = \"count\")] Item[] items, int count) {\n" + body + "\n}");

    [Theory]
    [InlineData("for (int i = 0; i <= count; i++) {|DVM2006:items[i].Unpin()|};")]
    [InlineData("Batch.Unpin(items, {|DVM2006:count - 1|});")]
    public Task Handed_over_and_miscounted(string body) => BatchWorld.VerifyMembersAsync(
        "public void M([ReleasesRef(Kind = \"pin\", Count = \"count\")] Item[] items, int count) {\n" + body + "\n}");
}
