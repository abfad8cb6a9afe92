using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>Answers that travel: through tuples, returns, captures, arithmetic and other answers.</summary>
public sealed class MixedConditionTests
{
    [Theory]
    [InlineData("bool ok = lent.TryGet(); var t = (ok, n); if (t.ok) lent.Put();")]
    [InlineData("var (ok, k) = (lent.TryGet(), n); if (ok) lent.Put();")]
    [InlineData("bool? ok = lent.TryGet(); if (ok == true) lent.Put();")]
    [InlineData("bool ok; ok = lent.TryGet() ? true : false; if (ok) lent.Put();")]
    [InlineData("int r = lent.TryGet() ? 0 : -1; if (r < 0) return; lent.Put();")]
    [InlineData("Status s = lent.TryGet() ? Status.Ok : Status.Gone; if (s == Status.Ok) lent.Put();")]
    [InlineData("string error = lent.TryGet() ? null : \"no\"; if (error != null) return; lent.Put();")]
    [InlineData("int r = 0; if (!lent.TryGet()) r = -1; if (r == 0) lent.Put();")]
    [InlineData("bool one = lent.TryGet(); bool two = one && lent.TryPin(); if (two) lent.Unpin(); if (one) lent.Put();")]
    [InlineData("if (lent.TryGet()) { if (!lent.TryPin()) { lent.Put(); return; } lent.Unpin(); lent.Put(); }")]
    [InlineData("var ok = (a, lent.TryGet()) switch { (_, true) => true, _ => false }; if (ok) lent.Put();")]
    [InlineData("if ((lent.TryGet(), a) is (true, _)) lent.Put();")]
    [InlineData("bool ok = lent.TryGet(); if (ok is not true) return; lent.Put();")]
    [InlineData("bool ok = lent.TryGet(); if (ok ^ true) return; lent.Put();")]
    [InlineData("bool ok = lent.TryGet(); if (ok != false) lent.Put();")]
    [InlineData("bool ok = lent.TryGet(); ok &= true; if (ok) lent.Put();")]
    [InlineData("bool ok = lent.TryGet(); if (!(ok == false)) lent.Put();")]
    [InlineData("bool ok = lent.TryGet(); switch (ok, a) { case (true, _): lent.Put(); break; default: break; }")]
    [InlineData("if (a is var c && lent.TryGet()) lent.Put();")]
    [InlineData("var x = Pool.Find(n); var y = x; if (y == null) return; x.Put();")]
    [InlineData("var x = Pool.Find(n); if (x?.IsAlive == true) x.Put(); else x?.Put();")]
    [InlineData("var x = Pool.Find(n); if (x?.IsAlive ?? false) { x.Put(); return; } x?.Put();")]
    [InlineData("var x = Pool.Find(n); if (x is { IsAlive: true }) { x.Put(); } else if (x != null) { x.Put(); }")]
    [InlineData("var x = Pool.Find(n); if (x is { Name: { Length: > 3 } }) { x.Put(); return; } Pool.Give(x);")]
    [InlineData("int k = lent.GetCount(); if (k > 0 && a) { lent.Put(); } else if (k > 0) { lent.Put(); }")]
    [InlineData("uint k = (uint)lent.GetIfLive(); if (k != 0) lent.Put();")]
    [InlineData("long e = lent.GetOrErrno(); if (e == 0) lent.Put();")]
    [InlineData("if ((int)lent.GetStatus() == 0) lent.Put();")]
    [InlineData("for (int tries = 0; tries < 3; tries++) { if (lent.TryGet()) { lent.Put(); break; } }")]
    [InlineData("bool ok = false; for (int i = 0; i < 3 && !ok; i++) { ok = lent.TryGet(); } if (ok) lent.Put();")]
    [InlineData("bool ok; int i = 0; do { ok = lent.TryGet(); } while (!ok && i++ < 3); if (!ok) return; lent.Put();")]
    public Task Clean(string body) => CountedCode.VerifyBodyAsync(body);

    [Theory]
    [InlineData("int r = {|DVM2001:lent.TryGet()|} ? 0 : -1; if (r < 0) return;")]
    [InlineData("int r = 0; if (!{|DVM2001:lent.TryGet()|}) r = -1; if (r != 0) return;")]
    [InlineData("bool one = {|DVM2001:lent.TryGet()|}; bool two = one && lent.TryPin(); if (two) { lent.Unpin(); lent.Put(); }")]
    [InlineData("if ({|DVM2001:lent.TryGet()|}) { if (!lent.TryPin()) return; lent.Unpin(); lent.Put(); }")]
    [InlineData("bool ok = {|DVM2001:lent.TryGet()|}; if (ok ^ true) lent.Read();")]
    [InlineData("var x = {|DVM2001:Pool.Find(n)|}; if (x?.IsAlive == true) x.Put();")]
    [InlineData("bool ok = false; for (int i = 0; i < 3; i++) { ok = {|DVM2001:lent.TryGet()|}; if (ok) break; }")]
    [InlineData("bool ok = {|DVM2001:lent.TryGet()|}; var t = (ok, n); if (t.ok) return;")]
    public Task Faulty(string body) => CountedCode.VerifyBodyAsync(body);
}
