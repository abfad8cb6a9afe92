using System.Threading.Tasks;
using Devmap.Tests.Unit.Flow;
using Xunit;

namespace Devmap.Tests.Unit.Rules.ContractNotHonoured;

/// <summary>What a contract says of a returned object or an <c>out</c> argument, and what the body hands out.</summary>
public sealed class HandOutPromiseTests
{
    private const string Slots = "[OwnedRef] private Item _owned; [BorrowedRef] private Item _borrowed; private Item _plain; public void Dispose() { _owned?.Put(); _owned = null; }\n";

    [Theory]
    [InlineData("[return: AcquiresRef] public Item M() => Pool.Take();")]
    [InlineData("[return: AcquiresRef] public Item M() { _owned.Get(); return _owned; }")]
    [InlineData("[return: AcquiresRef] public Item M() { _owned?.Get(); return _owned; }")]
    [InlineData("[return: AcquiresRef] public Item M(Item lent) { lent.Get(); return lent; }")]
    [InlineData("[return: AcquiresRef] public Item M() => _plain;")]
    [InlineData("[return: AcquiresRef(When = When.NotNull)] public Item M(int n) { var x = Pool.Peek(n); return x != null && x.TryGet() ? x : null; }")]
    [InlineData("[return: BorrowedRef] public Item M() => _owned;")]
    [InlineData("[return: UncountedRef] public Item M() => Pool.Peek(1);")]
    [InlineData("[return: AliasOf(Source = \"p\")] public Item M(Item p) => p;")]
    [InlineData("[return: AcquiresRef(Kind = \"pin\")] public Item M(Item p) { p.Pin(); return p; }")]
    [InlineData("[return: AcquiresRef] public async Task<Item> M() { await Task.Yield(); return Pool.Take(); }")]
    [InlineData("public bool M([AcquiresRef(When = When.True)] out Item p) { p = Pool.Find(1); return p != null; }")]
    [InlineData("public void M([AcquiresRef] out Item p) { _owned?.Get(); p = _owned; }")]
    [InlineData("public void M([BorrowedRef] out Item p) { p = _owned; }")]
    public Task Kept(string member) => CountedCode.VerifyMembersAsync(Slots + member);

    [Theory]
    [InlineData("[return: AcquiresRef] public Item M() => {|DVM3002:_owned|};")]
    [InlineData("[return: AcquiresRef] public Item M() => {|DVM3002:_borrowed|};")]
    [InlineData("[return: AcquiresRef] public Item M() => {|DVM3002:Pool.Peek(1)|};")]
    [InlineData("[return: AcquiresRef] public Item M(Item lent) { return {|DVM3002:lent|}; }")]
    [InlineData("[return: AcquiresRef] public Item M(bool a) { if (a) _owned.Get(); return {|DVM3002:_owned|}; }")]
    [InlineData("[return: AcquiresRef(When = When.NotNull)] public Item M() => {|DVM3002:_owned|};")]
    [InlineData("[return: AcquiresRef(Kind = \"pin\")] public Item M(Item p) { return {|DVM3002:p|}; }")]
    [InlineData("[return: BorrowedRef] public Item M() => {|DVM3002:Pool.Take()|};")]
    [InlineData("[return: UncountedRef] public Item M() { _owned.Get(); return {|DVM3002:_owned|}; }")]
    [InlineData("[return: AliasOf(Source = \"p\")] public Item M(Item p) => {|DVM3002:Pool.Take()|};")]
    [InlineData("[return: AcquiresRef] public async Task<Item> M() { await Task.Yield(); return {|DVM3002:_owned|}; }")]
    [InlineData("public bool M([AcquiresRef(When = When.True)] out Item p) { p = _owned; {|DVM3002:return true;|} }")]
    [InlineData("public void M([AcquiresRef] out Item p) { p = _owned; {|DVM3002:}|}")]
    [InlineData("[return: AcquiresRef] public Item M() { var x = Pool.Take(); {|DVM2001:x.Get()|}; return x; }")]
    public Task Broken(string member) => CountedCode.VerifyMembersAsync(Slots + member);
}
