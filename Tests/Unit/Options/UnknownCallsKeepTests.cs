using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Options;

/// <summary><c>devmap_unknown_calls_keep</c>: whether a call that says nothing may keep what it is given.</summary>
public sealed class UnknownCallsKeepTests
{
    private const string Lent = "devmap_unknown_calls_keep = false";

    [Theory]
    [InlineData("var x = Pool.Take(); new WeakReference(x);")]
    [InlineData("var x = Pool.Take(); var list = new List<Item> { x };")]
    public Task It_may_by_default(string body) => OptionTest.VerifyBodyAsync("devmap_strict = false", body);

    [Theory]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; new WeakReference(x);")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; GC.SuppressFinalize(x); new WeakReference(x).ToString();")]
    [InlineData("try { {|DVM2001:lent.Get()|}; new WeakReference(lent); } catch { }")]
    [InlineData("lent.Get(); new WeakReference(lent); lent.Put(); {|DVM2002:lent.Put()|};")]
    public Task Otherwise_it_is_lent(string body) => OptionTest.VerifyBodyAsync(Lent, body);

    /// <summary>What is put into a collection is in it; what a field holds is held; what a ref argument holds may be replaced.</summary>
    [Theory]
    [InlineData("var x = Pool.Take(); new List<Item>().Add(x);")]
    [InlineData("var x = Pool.Take(); var list = new Queue<Item>(); list.Enqueue(x);")]
    [InlineData("var x = Pool.Take(); System.Threading.Interlocked.CompareExchange(ref many[0], x, null!);")]
    [InlineData("var x = Pool.Take(); many[0] = x;")]
    [InlineData("var x = Pool.Take(); var y = System.Runtime.CompilerServices.Unsafe.As<Item>(x); y.Put();")]
    [InlineData("var x = Pool.Take(); new WeakReference(x); x.Put();")]
    public Task What_is_stored_is_kept(string body) => OptionTest.VerifyBodyAsync(Lent, body);
}
