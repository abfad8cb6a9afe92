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

    /// <summary>Who gets a function may run it at any time, or never: nothing is said of what it shares with the body.</summary>
    [Theory]
    [InlineData("var x = Pool.Take(); Task.Run(() => x.Put());")]
    [InlineData("var x = Pool.Take(); void Done() => x.Put(); Task.Run(() => Done());")]
    [InlineData("var x = Pool.Take(); void Done() => x.Put(); Task.Run(Done);")]
    [InlineData("Item x = null; AppDomain.CurrentDomain.ProcessExit += (s, e) => x.Put(); x = Pool.Take();")]
    [InlineData("var x = Pool.Take(); var later = new List<Action>(); later.Add(() => x.Put());")]
    [InlineData("var x = Pool.Take(); Action f = () => x.Put(); Action g = f; Task.Run(g);")]
    [InlineData("var x = Pool.Take(); Action f = () => x.Put(); f += () => { }; f();")]
    [InlineData("var x = Pool.Take(); Action f = () => x.Put(); f.DynamicInvoke();")]
    [InlineData("var x = Pool.Take(); many.ToList().ForEach(i => { if (i == lent) x.Put(); });")]
    [InlineData("var x = Pool.Take(); System.Linq.Expressions.Expression<Action> e = () => x.Put(); e.Compile()();")]
    [InlineData("var x = Pool.Take(); IEnumerable<int> Drop() { x.Put(); yield return 1; } foreach (var i in Drop()) { }")]
    [InlineData("var x = Pool.Take(); async Task Drop() { await Task.Yield(); x.Put(); } var task = Drop();")]
    [InlineData("var x = Pool.Take(); void Drop(int k) { if (k > 0) Drop(k - 1); else x.Put(); } Drop(n);")]
    public Task Silent_once_shared(string body) => CountedCode.VerifyBodyAsync(body);

    /// <summary>Until somebody else has it, a function takes nothing from the body.</summary>
    [Theory]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; if (a) return; Task.Run(() => x.Put());")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; Action f = () => x.Put(); if (a) return; Task.Run(f);")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; Action f = () => x.Put();")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; var s = many.Count(i => i == lent); x.Read();")]
    public Task Faulty_before_it_is_shared(string body) => CountedCode.VerifyBodyAsync(body);
}
