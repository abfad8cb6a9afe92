using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>A <c>finally</c> block runs on every way out, once.</summary>
public sealed class FinallyTests
{
    [Theory]
    [InlineData("var x = Pool.Take(); try { x.Read(); } finally { x.Put(); }")]
    [InlineData("var x = Pool.Take(); try { if (a) return; x.Read(); } finally { x.Put(); }")]
    [InlineData("while (a) { var x = Pool.Take(); try { if (b) break; if (n > 1) continue; } finally { x.Put(); } }")]
    [InlineData("Item x = null; try { x = Pool.Take(); x.Read(); } finally { x?.Put(); }")]
    [InlineData("Item x = null; try { x = Pool.Take(); } finally { if (x is not null) x.Put(); }")]
    [InlineData("bool held = false; try { held = lent.TryGet(); if (!held) return; lent.Read(); } finally { if (held) lent.Put(); }")]
    [InlineData("var x = Pool.Take(); bool done = false; try { x.Read(); x.Put(); done = true; } finally { if (!done) x.Put(); }")]
    [InlineData("var x = Pool.Take(); try { try { x.Read(); } finally { Pool.Check(a); } } finally { x.Put(); }")]
    [InlineData("var x = Pool.Take(); try { var y = Pool.Take(); try { y.Read(); } finally { y.Put(); } } finally { x.Put(); }")]
    [InlineData("var x = Pool.Take(); try { throw new Exception(); } finally { x.Put(); }")]
    [InlineData("try { } finally { var x = Pool.Take(); try { x.Read(); } finally { x.Put(); } }")]
    [InlineData("lent.Get(); lock (many) { if (a) { lent.Put(); return; } } lent.Put();")]
    public Task Clean(string body) => CountedCode.VerifyBodyAsync(body);

    [Theory]
    [InlineData("var x = Pool.Take(); try { x.Put(); } finally { {|DVM2002:x.Put()|}; }")]
    [InlineData("var x = Pool.Take(); try { x.Read(); } finally { x.Put(); } {|DVM2003:x.Read()|};")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; try { if (a) return; x.Put(); } finally { Pool.Check(b); }")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; try { x.Read(); } finally { if (a) x.Put(); }")]
    [InlineData("while (a) { var x = {|DVM2001:Pool.Take()|}; try { if (b) continue; x.Put(); } finally { Pool.Check(b); } }")]
    [InlineData("try { } finally { var x = {|DVM2001:Pool.Take()|}; }")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; try { throw new Exception(); } finally { Pool.Check(a); }")]
    [InlineData("var x = Pool.Take(); try { if (a) { x.Put(); return; } } finally { {|DVM2002:x.Put()|}; }")]
    [InlineData("{|DVM2001:lent.Get()|}; lock (many) { if (a) return; } lent.Put();")]
    public Task Faulty(string body) => CountedCode.VerifyBodyAsync(body);
}
