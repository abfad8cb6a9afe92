using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>Jumps out of nested constructs, <c>goto</c> included.</summary>
public sealed class JumpTests
{
    [Theory]
    [InlineData("var x = Pool.Take(); if (a) goto done; x.Read(); done: x.Put();")]
    [InlineData("var x = Pool.Take(); again: if (a) { a = false; goto again; } x.Put();")]
    [InlineData("again: var x = Pool.Find(n); if (x == null) goto again; x.Put();")]
    [InlineData("if (!lent.TryGet()) goto failed; lent.Put(); return; failed: Pool.Check(a);")]
    [InlineData("var x = Pool.Take(); while (a) { while (b) { goto found; } } found: x.Put();")]
    [InlineData("var x = Pool.Take(); while (a) { switch (n) { case 1: continue; case 2: break; default: goto done; } } done: x.Put();")]
    [InlineData("var x = Pool.Take(); x.Put(); return; x.Put();")]
    [InlineData("var x = Pool.Take(); if (false) { x.Put(); } x.Put();")]
    public Task Clean(string body) => CountedCode.VerifyBodyAsync(body);

    [Theory]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; if (a) goto done; x.Put(); done: return;")]
    [InlineData("var x = Pool.Take(); again: {|DVM2002:x.Put()|}; if (a) goto again;")]
    [InlineData("if (!{|DVM2001:lent.TryGet()|}) goto failed; return; failed: Pool.Check(a);")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; while (a) { while (b) { goto found; } } x.Put(); found: ;")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; while (a) { switch (n) { case 1: continue; case 2: break; default: return; } } x.Put();")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; return; x.Put();")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; if (false) { x.Put(); }")]
    public Task Faulty(string body) => CountedCode.VerifyBodyAsync(body);
}
