using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>Where the last name of an object ends, also when a finally runs in between or the path ends without a return.</summary>
public sealed class ScopeEndTests
{
    [Theory]
    [InlineData("var x = Pool.Take(); { var y = x ?? lent; y.Read(); } x.Put();")]
    [InlineData("Item kept = null; try { var x = Pool.Take(); kept = x; } finally { Pool.Check(a); } kept.Put();")]
    [InlineData("try { lent = Pool.Find(n); } catch { return; } lent?.Put();")]
    public Task Clean(string body) => CountedCode.VerifyBodyAsync(body);

    [Theory]
    [InlineData("try { var y = {|DVM2001:Pool.Take()|}; } finally { Pool.Check(a); } Pool.Fail();")]
    [InlineData("if (a) { var y = (b ? null : lent) ?? {|DVM2001:Pool.Take()|}; y.Read(); } Pool.Fail();")]
    [InlineData("try { lent = Pool.Take(); lent.Put(); return; } catch { } {|DVM2002:lent.Put()|};")]
    public Task Faulty(string body) => CountedCode.VerifyBodyAsync(body);

    /// <summary>The dead object is what the caller gets, whatever the finally has to ask before it releases.</summary>
    [Fact]
    public Task Returned_before_the_finally_releases() =>
        CountedCode.VerifyMembersAsync("public Item M(bool a) { var x = Pool.Take(); try { return {|DVM2003:x|}; } finally { if (x != null) x.Put(); } }");
}
