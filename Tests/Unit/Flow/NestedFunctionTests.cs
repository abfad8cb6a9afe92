using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>Lambdas and local functions are bodies of their own, and may change what their surroundings hold.</summary>
public sealed class NestedFunctionTests
{
    [Theory]
    [InlineData("Action f = () => { var x = Pool.Take(); x.Put(); }; f();")]
    [InlineData("void F() { var x = Pool.Find(n); x?.Put(); } F();")]
    [InlineData("static Item F() => Pool.Take(); var x = F(); x.Put();")]
    [InlineData("var x = Pool.Take(); void Done() { x.Put(); } Done();")]
    [InlineData("var x = Pool.Take(); Action done = () => x.Put(); done();")]
    [InlineData("var x = Pool.Take(); try { x.Read(); } finally { Done(); } void Done() => x.Put();")]
    [InlineData("Item x = null; void Fill() { x = Pool.Take(); } Fill(); x.Put();")]
    [InlineData("void F([ReleasesRef] Item i) { i.Put(); } F(Pool.Take());")]
    [InlineData("[return: AcquiresRef] Item F() => Pool.Take(); F().Put();")]
    [InlineData("Func<Item> f = () => Pool.Take(); var x = f(); x.Put();")]
    [InlineData("Action<Item> f = i => { i.Get(); try { i.Read(); } finally { i.Put(); } }; f(lent);")]
    [InlineData("var x = Pool.Take(); int F() { return x.Read(); } F(); x.Put();")]
    [InlineData("Func<Task> f = async () => { var x = Pool.Take(); await Task.Yield(); x.Put(); };")]
    public Task Clean(string body) => CountedCode.VerifyBodyAsync(body);

    [Theory]
    [InlineData("Action f = () => { var x = {|DVM2001:Pool.Take()|}; }; f();")]
    [InlineData("Action f = delegate { var x = Pool.Take(); x.Put(); {|DVM2002:x.Put()|}; };")]
    [InlineData("void F() { var x = {|DVM2001:Pool.Find(n)|}; x?.Read(); } F();")]
    [InlineData("void F() { void G() { var x = {|DVM2001:Pool.Take()|}; } G(); } F();")]
    [InlineData("void F([ReleasesRef] Item {|DVM2001:i|}) { i.Read(); } F(Pool.Take());")]
    [InlineData("[return: AcquiresRef] Item F() => Pool.Take(); var x = {|DVM2001:F()|};")]
    [InlineData("Func<int> f = () => {|DVM2001:Pool.Take()|}.Read();")]
    [InlineData("Func<Task> f = async () => { var x = {|DVM2001:Pool.Take()|}; await Task.Yield(); };")]
    [InlineData("var q = many.Select(i => { var x = Pool.Take(); x.Put(); return {|DVM2003:x.Read()|}; });")]
    [InlineData("if (a) { Action f = () => { {|DVM2005:lent.TryGet()|}; lent.Put(); }; }")]
    public Task Faulty(string body) => CountedCode.VerifyBodyAsync(body);

    /// <summary>A lambda or local function called in the same body counts as if it stood there; until that is followed, silence.</summary>
    [Theory]
    [InlineData("var x = Pool.Take(); void Look() { } Look(); Action f = () => x.Read(); f(); Pool.Check(a);")]
    [InlineData("var x = Pool.Take(); Action done = () => x.Put(); if (a) done();")]
    public Task Silent_once_captured(string body) => CountedCode.VerifyBodyAsync(body);
}
