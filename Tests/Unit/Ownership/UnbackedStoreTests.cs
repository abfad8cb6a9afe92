using System.Threading.Tasks;
using Devmap.Tests.Unit.Flow;
using Xunit;

namespace Devmap.Tests.Unit.Ownership;

/// <summary>What is put into an owned field comes with a reference, or gets one before.</summary>
public sealed class UnbackedStoreTests
{
    [Theory]
    [InlineData("public void M(Item lent) { lent.Get(); _f?.Put(); _f = lent; }")]
    [InlineData("public void M([ReleasesRef] Item mine) { _f?.Put(); _f = mine; }")]
    [InlineData("public void M([KeptBy] Item kept) { kept.Get(); _f?.Put(); _f = kept; }")]
    [InlineData("public void M(int k) { var x = Pool.Peek(k); if (x == null || !x.TryGet()) return; _f?.Put(); _f = x; }")]
    [InlineData("public C(Item item) { _f = item; }")]
    [InlineData("public C([KeptBy] Item item) { _f = item; item.Get(); }")]
    [InlineData("public void M(Item lent) { lock (this) { _f?.Put(); _f = lent; lent.Get(); } }")]
    [InlineData("public void M(Item lent) { _f?.Put(); _f = lent; _f = null; }")]
    [InlineData("private void Set(Item item) { _f?.Put(); _f = item; } public void M() { Set(Pool.Take()); }")]
    public Task Clean(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("public void M(Item lent) { _f?.Put(); {|DVM2009:_f = lent|}; }")]
    [InlineData("internal void M([KeptBy] Item kept) { _f?.Put(); {|DVM2009:_f = kept|}; }")]
    [InlineData("public C([KeptBy] Item kept) { {|DVM2009:_f = kept|}; }")]
    [InlineData("public void M(int k) { _f?.Put(); {|DVM2009:_f = Pool.Peek(k)|}; }")]
    [InlineData("public void M(Item lent, bool a) { if (a) lent.Get(); _f?.Put(); {|DVM2009:_f = lent|}; }")]
    [InlineData("public void M(Item lent) { _f?.Put(); {|DVM2008:_f = lent|}; lent.Get(); }")]
    [InlineData("public void M(Item lent) { _f?.Put(); {|DVM2008:_f = lent|}; _f.Get(); }")]
    [InlineData("public void M() { var x = Pool.Take(); x.Put(); _f?.Put(); _f = {|DVM2003:x|}; }")]
    [InlineData("private void Set(Item item) { _f?.Put(); _f = item; } public void M(Item lent) { {|DVM2002:Set(lent)|}; }")]
    public Task Faulty(string member) => VerifyAsync(member);

    private static Task VerifyAsync(string member) => CountedCode.VerifyMembersAsync(
        "[OwnedRef] private Item _f; [ReleasesRef(Kind = \"dispose\")] public void End() { _f?.Put(); }\n" + member);
}
