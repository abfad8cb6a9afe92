using System.Threading.Tasks;
using Devmap.Tests.Unit.Flow;
using Xunit;

namespace Devmap.Tests.Unit.Ownership;

/// <summary>Owned fields that are exchanged, replaced as a whole, or shared with lambdas.</summary>
public sealed class ExchangeTests
{
    [Theory]
    [InlineData("public void M() => Interlocked.Exchange(ref _f, null)?.Put();")]
    [InlineData("public void M(Item lent) { lent.Get(); Interlocked.Exchange(ref _f, lent)?.Put(); }")]
    [InlineData("public void M() { var x = Pool.Take(); if (Interlocked.CompareExchange(ref _f, x, null) != null) x.Put(); }")]
    [InlineData("public void M() { var x = Pool.Take(); if (Interlocked.CompareExchange(ref _f, x, null) is { } other) { x.Put(); other.Read(); } }")]
    [InlineData("public void M() { var p = _f; if (p != null && Interlocked.CompareExchange(ref _f, null, p) == p) p.Put(); }")]
    [InlineData("public void M() { _f?.Put(); Volatile.Write(ref _f, Pool.Take()); }")]
    [InlineData("public void M() { var old = Interlocked.Exchange(ref _list, new List<Item>()); foreach (var x in old) x.Put(); }")]
    [InlineData("public void M() { Action free = () => { _f?.Put(); _f = null; }; free(); _f = Pool.Take(); }")]
    public Task Clean(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("public void M() { {|DVM2001:Interlocked.Exchange(ref _f, null)|}; }")]
    [InlineData("public void M(Item lent) { {|DVM2009:Interlocked.Exchange(ref _f, lent)|}?.Put(); }")]
    [InlineData("public void M() { var x = {|DVM2001:Pool.Take()|}; Interlocked.CompareExchange(ref _f, x, null); }")]
    [InlineData("public void M() { var p = _f; if (p != null && {|DVM2001:Interlocked.CompareExchange(ref _f, null, p)|} == p) p.Read(); }")]
    [InlineData("public void M() { {|DVM2001:Volatile.Write(ref _f, Pool.Take())|}; }")]
    public Task Faulty(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("public void End() { var f = _f; this = default; f?.Put(); }")]
    [InlineData("public void End() { _f?.Put(); this = default; }")]
    [InlineData("public void End() { if (_f == null) return; {|DVM2007:this = default|}; }")]
    public Task Struct(string release) => CountedCode.VerifyAsync(
        "public struct S { [OwnedRef] private Item _f; [ReleasesRef(Kind = \"dispose\")] " + release + " }");

    private static Task VerifyAsync(string member) => CountedCode.VerifyMembersAsync(
        "[OwnedRef] private Item _f; [OwnedRef] private List<Item> _list = new();\n"
        + "[TrustedContract, ReleasesRef(Kind = \"dispose\")] public void End() { }\n" + member);
}
