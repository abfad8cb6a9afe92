using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>A lambda or local function that is called in the same body counts as if it stood there.</summary>
public sealed class NestedCallTests
{
    [Theory]
    [InlineData("var x = Pool.Take(); void Done() => x.Put(); if (a) { Done(); return; } Done();")]
    [InlineData("var x = Pool.Take(); Action done = () => x.Put(); if (a) done(); else done.Invoke();")]
    [InlineData("var x = Pool.Take(); Action done = a ? () => x.Put() : () => { x.Read(); x.Put(); }; done();")]
    [InlineData("Item x = null; Action done = () => x.Put(); x = Pool.Take(); done();")]
    [InlineData("Action f = null; var x = Pool.Take(); f = () => { x.Put(); f = null; }; f?.Invoke();")]
    [InlineData("bool ok = lent.TryGet(); void Done() { if (ok) lent.Put(); } lent.Read(); Pool.Check(b); Done();")]
    [InlineData("bool ok = false; void Start() { ok = lent.TryGet(); } Start(); if (ok) lent.Put();")]
    [InlineData("Item x = null; bool Fill(int k) { x = Pool.Find(k); return x != null; } if (!Fill(1) && !Fill(2)) return; x.Put();")]
    [InlineData("Item x = null; void Drop() { x?.Put(); x = null; } x = Pool.Take(); Drop(); Drop();")]
    [InlineData("Item x = null; try { x = Pool.Take(); x.Read(); } finally { Drop(); } void Drop() { x?.Put(); x = null; }")]
    [InlineData("bool Start() { if (!lent.TryGet()) return false; if (a) { lent.Put(); return false; } return true; } if (Start()) lent.Put();")]
    [InlineData("foreach (var i in many) { var x = Pool.Take(); void Drop() => x.Put(); if (a) { Drop(); continue; } Drop(); }")]
    [InlineData("int held = 0; void Grab() { lent.Get(); held++; } for (int i = 0; i < n; i++) Grab(); while (held-- > 0) lent.Put();")]
    [InlineData("lent.Get(); void Outer() { void Inner() => lent.Put(); Inner(); } Outer();")]
    [InlineData("Item Make() => Pool.Take(); var x = Make(); var y = Make(); x.Put(); y.Put();")]
    [InlineData("T Id<T>(T v) => v; var x = Id(Pool.Take()); x.Put();")]
    [InlineData("void With(Action<Item> f) { var x = Pool.Take(); f(x); } With(i => i.Put());")]
    [InlineData("void Swap(ref Item r) { r.Put(); r = Pool.Take(); } var x = Pool.Take(); Swap(ref x); x.Put();")]
    [InlineData("bool Take(out Item r) { r = a ? Pool.Take() : null; return r != null; } if (Take(out var x)) x.Put();")]
    [InlineData("void F() { if (a) throw new Exception(); } var x = Pool.Take(); try { F(); } finally { x.Put(); }")]
    [InlineData("Exception Fail() { lent.Put(); return new Exception(); } lent.Get(); if (a) throw Fail(); lent.Put();")]
    public Task Clean(string body) => CountedCode.VerifyBodyAsync(body);

    [Theory]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; void Done() => x.Put(); if (a) return; Done();")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; int Look() => x.Read(); Look();")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; Func<int> look = () => x.Read(); look();")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; Action<Item> look = i => i.Read(); look(x);")]
    [InlineData("bool ok = false; void Start() { ok = {|DVM2001:lent.TryGet()|}; } Start(); if (!ok) return; lent.Read();")]
    [InlineData("Item x = null; void Fill() { x = {|DVM2001:Pool.Take()|}; } Fill(); x.Read();")]
    [InlineData("bool Start() { if (!{|DVM2001:lent.TryGet()|}) return false; if (a) { return false; } return true; } if (Start()) lent.Put();")]
    [InlineData("foreach (var i in many) { var x = {|DVM2001:Pool.Take()|}; void Drop() => x.Put(); if (a) { continue; } Drop(); }")]
    [InlineData("T Id<T>(T v) => v; var x = Id({|DVM2001:Pool.Take()|}); x.Read();")]
    [InlineData("void With(Action<Item> f) { var x = {|DVM2001:Pool.Take()|}; f(x); } With(i => i.Read());")]
    [InlineData("void Take(out Item r) { r = {|DVM2001:Pool.Take()|}; } Take(out var x); x.Read();")]
    [InlineData("void F() { throw new Exception(); } var x = {|DVM2001:Pool.Take()|}; F(); x.Put();")]
    [InlineData("void F() { if (a) throw new Exception(); } var x = {|DVM2001:Pool.Take()|}; try { F(); x.Put(); } catch (Exception) { }")]
    public Task Faulty(string body) => CountedCode.VerifyBodyAsync(body);

    /// <summary>What was wrong before the call is the caller's mistake; what goes wrong in the function is its own.</summary>
    [Theory]
    [InlineData("var x = Pool.Take(); void Done() => x.Put(); Done(); {|DVM2002:Done()|};")]
    [InlineData("var x = Pool.Take(); Action done = () => x.Put(); done(); {|DVM2002:done()|};")]
    [InlineData("lent.Get(); void Outer() { void Inner() => lent.Put(); Inner(); } Outer(); {|DVM2002:Outer()|};")]
    [InlineData("var x = Pool.Take(); int Look() => x.Read(); x.Put(); {|DVM2003:Look()|};")]
    [InlineData("var x = Pool.Take(); void Done() { x.Put(); {|DVM2002:x.Put()|}; } Done();")]
    [InlineData("var x = Pool.Take(); void Done() => x.Put(); Done(); {|DVM2003:x.Read()|};")]
    public Task Blamed_where_it_is(string body) => CountedCode.VerifyBodyAsync(body);

    /// <summary>To the caller it is the function that hands the object out.</summary>
    [Theory]
    [InlineData("Item Make() => Pool.Take(); var x = Make(); var y = {|DVM2001:Make()|}; x.Put(); y.Read();")]
    [InlineData("Func<Item> make = () => Pool.Take(); var x = {|DVM2001:make()|}; x.Read();")]
    public Task Acquired_by_the_call(string body) => CountedCode.VerifyBodyAsync(body);

    [Theory]
    [InlineData("var x = Pool.Take(); async Task Go() { await Task.Yield(); x.Put(); } await Go();")]
    [InlineData("var x = Pool.Take(); async Task Go() { await Task.Yield(); x.Put(); } await Go(); {|DVM2003:x.Read()|};")]
    [InlineData("async Task<Item> Go() { await Task.Yield(); return Pool.Take(); } var x = await Go().ConfigureAwait(false); x.Put();")]
    [InlineData("async Task<Item> Go() { await Task.Yield(); return Pool.Take(); } var x = await {|DVM2001:Go()|}; x.Read();")]
    public Task Awaited(string body) => CountedCode.VerifyMembersAsync("public async Task M(Item lent, bool a) {\n" + body + "\n}");
}
