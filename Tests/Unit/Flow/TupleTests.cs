using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>Tuples are looked through, and taken apart.</summary>
public sealed class TupleTests
{
    [Theory]
    [InlineData("var t = (x: Pool.Take(), y: 1); t.x.Put();")]
    [InlineData("var t = (Pool.Take(), 1); var (x, y) = t; x.Put();")]
    [InlineData("var t = (x: Pool.Take(), y: 1); var u = t; t.x = Pool.Take(); u.x.Put(); t.x.Put();")]
    [InlineData("var t = ((Pool.Take(), 1), 2); t.Item1.Item1.Put();")]
    [InlineData("var ((x, y), z) = ((Pool.Take(), 1), Pool.Take()); x.Put(); z.Put();")]
    [InlineData("(Item I, int) t = default; if (a) t.I = Pool.Take(); t.I?.Put();")]
    [InlineData("(object O, long) t = (Pool.Take(), 1); ((Item)t.O).Put();")]
    [InlineData("(Item, int)? t = a ? (Pool.Take(), 1) : null; if (t is { } v) v.Item1.Put();")]
    [InlineData("var t = (a, lent.TryGet()); if (t is (_, true)) lent.Put();")]
    [InlineData("var t = (a, lent.TryGet()); if (t.Item2) lent.Put();")]
    [InlineData("if ((true, lent.TryGet()) == (true, true)) lent.Put();")]
    [InlineData("bool got = lent.TryGet(); switch (got, a) { case (true, true): lent.Put(); break; case (true, false): lent.Put(); break; }")]
    [InlineData("int q = (lent.TryGet(), a) switch { (true, _) => 1, _ => 0 }; if (q == 1) lent.Put();")]
    [InlineData("(bool ok, Item x) Find() { var i = Pool.Find(n); return (i != null, i); } var (ok, x) = Find(); if (ok) x.Put();")]
    [InlineData("var d = new Dictionary<int, (Item I, int K)>(); d[1] = (Pool.Take(), 1); d[1].I.Put();")]
    public Task Clean(string body) => CountedCode.VerifyBodyAsync(body);

    [Theory]
    [InlineData("var t = (x: {|DVM2001:Pool.Take()|}, y: 1); t.x.Read();")]
    [InlineData("var t = ({|DVM2001:Pool.Take()|}, 1); var (x, y) = t; x.Read();")]
    [InlineData("var t = (x: Pool.Take(), y: {|DVM2001:Pool.Take()|}); t.x.Put();")]
    [InlineData("var t = (x: {|DVM2001:Pool.Take()|}, y: 1); t.x = Pool.Take(); t.x.Put();")]
    [InlineData("var t = (x: {|DVM2001:Pool.Take()|}, y: 1); t = (Pool.Take(), 2); t.x.Put();")]
    [InlineData("(Item p, int q) t = (Pool.Take(), 1); t.p.Put(); {|DVM2003:t.p.Read()|};")]
    [InlineData("var ((x, y), z) = (({|DVM2001:Pool.Take()|}, 1), Pool.Take()); z.Put();")]
    [InlineData("var x = ({|DVM2001:Pool.Take()|}, 1).Item1; x.Read();")]
    [InlineData("var t = (a, {|DVM2001:lent.TryGet()|}); if (!t.Item2) return; lent.Read();")]
    [InlineData("bool got = {|DVM2001:lent.TryGet()|}; switch (got, a) { case (true, true): lent.Put(); break; case (true, false): break; }")]
    [InlineData("(bool ok, Item x) Find() { var i = {|DVM2001:Pool.Find(n)|}; return (i != null, i); } var (ok, x) = Find(); if (ok) x.Read();")]
    public Task Faulty(string body) => CountedCode.VerifyBodyAsync(body);

    [Theory]
    [InlineData("var (x, _) = pair; x.Put();")]
    [InlineData("{|DVM2001:var (x, y) = pair|}; x.Read();")]
    [InlineData("{|DVM2001:var (_, y) = pair|};")]
    [InlineData("Item x; {|DVM2001:(x, var y) = pair|}; x.Read();")]
    [InlineData("var (p, q) = Pool.Take();")]
    [InlineData("var x = Pool.Take(); var (p, q) = x; {|DVM2003:x.Read()|};")]
    public Task Taken_apart_by_a_method(string body) => CountedCode.VerifyAsync("public class C { public void M(Pair pair) { " + body + """
         } }

        [TrustedContract]
        public class Pair { public void Deconstruct([AcquiresRef] out Item first, out int second) { first = null; second = 0; } }

        [TrustedContract]
        public static class Parts { public static void Deconstruct([ReleasesRef] this Item item, out int first, out int second) => first = second = 0; }
        """);

    /// <summary>Who gets the tuple has what is in it.</summary>
    [Theory]
    [InlineData("(Item, int) M() { var t = (Pool.Take(), 1); return t; }")]
    [InlineData("(Item, int) M(bool a) { var t = ({|DVM2001:Pool.Take()|}, 1); if (a) return default; return t; }")]
    [InlineData("(Item, int) _t; void M() { _t = (Pool.Take(), 1); _t.Item1.Read(); } void Done() { _t.Item1.Put(); _t.Item1 = null; }")]
    [InlineData("async Task<(Item, int)> F() { await Task.Yield(); return (Pool.Take(), 1); } async Task M() { var (x, k) = await F(); x.Put(); }")]
    public Task Handed_on(string members) => CountedCode.VerifyMembersAsync(members);
}
