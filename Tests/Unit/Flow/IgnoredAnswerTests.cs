using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>
/// An answer is ignored where no path asks for it, or where the object is treated as acquired before anybody has. That a
/// path leaves without having asked is no mistake by itself.
/// </summary>
public sealed class IgnoredAnswerTests
{
    [Theory]
    [InlineData("bool ok = lent.TryGet(); try { lent.Read(); if (ok) lent.Put(); } finally { Pool.Check(a); }")]
    [InlineData("bool ok = lent.TryGet(); if (a) Pool.Fail(); if (ok) lent.Put();")]
    [InlineData("int error = lent.GetOrErrno(); if (a && error == 0) lent.Put(); else if (error == 0) lent.Put();")]
    [InlineData("Pool.TryTake(out var x); if (x is null) return; x.Put();")]
    [InlineData("bool ok = Pool.TryTake(out var x); x?.Put();")]
    public Task Clean(string body) => CountedCode.VerifyBodyAsync(body);

    [Theory]
    [InlineData("bool ok = {|DVM2001:lent.TryGet()|}; if (a) return; if (ok) lent.Put();")]
    [InlineData("bool ok = {|DVM2001:{|DVM2005:lent.TryGet()|}|}; if (a) return; lent.Read();")]
    [InlineData("bool ok = {|DVM2005:lent.TryGet()|}; if (a) { lent.Put(); return; } if (ok) lent.Put();")]
    [InlineData("bool first = {|DVM2005:lent.TryGet()|}; bool second = lent.TryGet(); if (second) lent.Put(); lent.Put();")]
    [InlineData("bool pinned = lent.TryPin(); if (!pinned) {|DVM2002:lent.Put()|}; else lent.Unpin();")]
    [InlineData("while (a) { {|DVM2005:lent.TryGet()|}; lent.Put(); }")]
    public Task Faulty(string body) => CountedCode.VerifyBodyAsync(body);

    /// <summary>A failed acquire of one kind excuses no surplus release of the other.</summary>
    [Fact]
    public Task Kinds() => CountedCode.VerifyBodyAsync("bool pinned = {|DVM2001:{|DVM2005:lent.TryPin()|}|}; if (a) { lent.Get(); lent.Put(); }");
}
