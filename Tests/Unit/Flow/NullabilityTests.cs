using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>Null: giving it up gives up nothing, and a path on which it is used does not go on.</summary>
public sealed class NullabilityTests
{
    [Theory]
    [InlineData("Item x = null; Pool.Give(x); Pool.Give(x);")]
    [InlineData("Item x = null; x?.Put(); x?.Put();")]
    [InlineData("Item x = default; if (a) x = Pool.Take(); Pool.Give(x);")]
    [InlineData("var x = Pool.Find(n); if (x == null) { Pool.Give(x); return; } Pool.Give(x);")]
    [InlineData("lent?.Get(); lent?.Put();")]
    [InlineData("if (lent != null) lent.Get(); if (lent != null) lent.Put();")]
    [InlineData("if (lent == null) throw new ArgumentNullException(); lent.Get(); lent.Put();")]
    [InlineData("ArgumentNullException.ThrowIfNull(lent); lent.Get(); lent.Put();")]
    [InlineData("Item x = null; if (lent.TryGet()) x = lent; if (x == null) return; x.Put();")]
    [InlineData("var x = a ? Pool.Take() : null; if (x is null) return; x.Put();")]
    [InlineData("var x = Pool.Find(1); var y = Pool.Find(2); if (x == null || y == null) { x?.Put(); y?.Put(); return; } x.Put(); y.Put();")]
    [InlineData("var x = Pool.Find(1); if (x != null) { var y = Pool.Find(2); if (y != null) { y.Put(); } x.Put(); }")]
    [InlineData("var x = Pool.Find(1); var name = x?.Name ?? \"none\"; x?.Put();")]
    [InlineData("Item x = null; try { x = Pool.Find(n); if (x is null) return; x.Read(); } finally { if (x != null) x.Put(); }")]
    public Task Clean(string body) => CountedCode.VerifyBodyAsync(body);

    [Theory]
    [InlineData("var x = {|DVM2001:Pool.Find(1)|}; var y = Pool.Find(2); if (x == null || y == null) { y?.Put(); return; } x.Put(); y.Put();")]
    [InlineData("var x = {|DVM2001:Pool.Find(1)|}; if (x != null) { var y = Pool.Find(2); if (y == null) return; y.Put(); x.Put(); }")]
    [InlineData("Item x = null; if (a) x = {|DVM2001:Pool.Take()|}; if (x == null) return;")]
    [InlineData("if (lent != null) {|DVM2001:lent.Get()|}; if (lent == null) lent.Put();")]
    [InlineData("var x = {|DVM2001:Pool.Find(n)|}; if (x != null) { x = null; }")]
    public Task Faulty(string body) => CountedCode.VerifyBodyAsync(body);
}
