using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.ReleaseCountMismatch;

/// <summary>A batch is given back by one call: with the number that was obtained, or another.</summary>
public sealed class CountTests
{
    [Theory]
    [InlineData("int got = Batch.Pin(n, many); if (got > 0) Batch.Unpin(many, got);")]
    [InlineData("int got = Batch.Pin(n, many); if (got < n) { if (got > 0) Batch.Unpin(many, got); return; } Batch.Unpin(many, n);")]
    [InlineData("int got = Batch.Pin(n, many); if (got != n) { if (got > 0) Batch.Unpin(many, got); return; } Batch.Unpin(many, n);")]
    [InlineData("int got = Batch.Pin(many.Length, many); if (got != many.Length) { if (got > 0) Batch.Unpin(many, got); return; } Batch.Unpin(many, many.Length);")]
    [InlineData("var items = new Item[4]; int got = Batch.Pin(4, items); if (got < items.Length) { if (got > 0) Batch.Unpin(items, got); return; } Batch.Unpin(items, 4);")]
    [InlineData("var items = new Item[n]; int got = Batch.Pin(items.Length, items); if (got == n && n > 0) Batch.Unpin(items, items.Length); else if (got > 0) Batch.Unpin(items, got);")]
    [InlineData("int got = Batch.Pin(n, many); int held = got; if (got > 0) Batch.Unpin(many, held);")]
    [InlineData("int got = Batch.Pin(n, many); if (got == 1) Batch.Unpin(many, 1); else if (got > 0) Batch.Unpin(many, got);")]
    [InlineData("Batch.Get(lent, n); Batch.Put(lent, n);")]
    [InlineData("Batch.Get(lent, n + 1); Batch.Put(lent, n + 1);")]
    public Task Clean(string body) => BatchWorld.VerifyBodyAsync(body);

    [Theory]
    [InlineData("int got = Batch.Pin(n, many); if (got > 0) Batch.Unpin(many, {|DVM2006:n|});")]
    [InlineData("int got = Batch.Pin(n, many); if (got > 0) Batch.Unpin(many, {|DVM2006:many.Length|});")]
    [InlineData("int got = Batch.Pin(many.Length, many); if (got > 0) Batch.Unpin(many, {|DVM2006:many.Length|});")]
    [InlineData("int got = Batch.Pin(n, many); if (got > 0) Batch.Unpin(many, {|DVM2006:1|});")]
    [InlineData("int got = Batch.Pin(n, many); if (got > 0) Batch.Unpin(many, {|DVM2006:got - 1|});")]
    [InlineData("int got = Batch.Pin(n, many); if (got > 0) Batch.Unpin(many, {|DVM2006:got + 1|});")]
    [InlineData("int got = Batch.Pin(n, many); try { if (got <= 0) return; Pool.Check(a); } finally { if (got > 0) Batch.Unpin(many, {|DVM2006:n|}); }")]
    [InlineData("Batch.Get(lent, n); Batch.Put(lent, {|DVM2006:n - 1|});")]
    [InlineData("{|DVM2001:Batch.Get(lent, n)|};")]
    public Task Faulty(string body) => BatchWorld.VerifyBodyAsync(body);

    /// <summary>An answer that is not positive may be negative: an error code.</summary>
    [Theory]
    [InlineData("int got = Batch.Pin(n, many); if (got < 0) { Batch.Unpin(many, {|DVM2006:got|}); return; } Batch.Unpin(many, got);")]
    [InlineData("int got = Batch.Pin(n, many); if (got != n) { Batch.Unpin(many, {|DVM2006:got|}); return; } Batch.Unpin(many, got);")]
    public Task Error_code(string body) => BatchWorld.VerifyBodyAsync(body);

    [Theory]
    [InlineData("int got = Batch.Pin(n, many); if (got >= 0) Batch.Unpin(many, got);")]
    [InlineData("int got = Batch.Pin(n, many); if (got < 0) got = 0; Batch.Unpin(many, got);")]
    public Task None_is_no_error_code(string body) => BatchWorld.VerifyBodyAsync(body);

    /// <summary>In several steps, or by a number that was computed from the right one.</summary>
    [Theory]
    [InlineData("int got = Batch.Pin(n, many); if (got <= 0) return; Batch.Unpin(many, 1); Batch.Unpin(many, got - 1);")]
    [InlineData("int got = Batch.Pin(n, many); if (got <= 0) return; int some = Math.Min(got, 3); Batch.Unpin(many, some);")]
    [InlineData("lent.Get(); Batch.Get(lent, n); Batch.Put(lent, n + 1);")]
    public Task Unknown(string body) => BatchWorld.VerifyBodyAsync(body);
}
