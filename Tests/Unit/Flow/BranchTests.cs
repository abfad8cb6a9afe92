using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>Every way to fork: what one branch does is not what the other does.</summary>
public sealed class BranchTests
{
    [Theory]
    [InlineData("var x = Pool.Take(); if (a) { x.Put(); } else { x.Read(); x.Put(); }")]
    [InlineData("var x = Pool.Take(); if (a) { x.Put(); return; } x.Put();")]
    [InlineData("var x = Pool.Take(); if (a) x.Put(); else if (b) x.Put(); else x.Put();")]
    [InlineData("var x = Pool.Take(); switch (n) { case 1: x.Put(); break; case 2: case 3: x.Put(); return; default: x.Put(); break; }")]
    [InlineData("var x = Pool.Take(); switch (n) { case 1: x.Read(); goto default; default: x.Put(); break; }")]
    [InlineData("var x = Pool.Take(); switch (n) { case > 3 when a: x.Put(); break; case > 3: x.Put(); break; case <= 3: x.Put(); break; }")]
    [InlineData("var x = Pool.Take(); _ = n switch { 1 => x.Read(), _ => 0 }; x.Put();")]
    [InlineData("Item x; if (a) x = Pool.Take(); else x = new Item(); x.Put();")]
    [InlineData("Item x = null; if (a) x = Pool.Take(); if (x != null) x.Put();")]
    [InlineData("Item x = null; if (a) x = Pool.Take(); x?.Put();")]
    [InlineData("var x = n switch { 0 => Pool.Take(), 1 => new Item(), _ => null }; Pool.Give(x);")]
    [InlineData("var x = n switch { 0 => Pool.Take(), _ => throw new Exception() }; x.Put();")]
    [InlineData("if (a) { var x = Pool.Take(); if (b) { x.Read(); } x.Put(); }")]
    public Task Clean(string body) => CountedCode.VerifyBodyAsync(body);

    [Theory]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; if (a) { x.Put(); }")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; if (a) return; x.Put();")]
    [InlineData("var x = Pool.Take(); if (a) { x.Put(); } {|DVM2002:x.Put()|};")]
    [InlineData("var x = Pool.Take(); if (a) { x.Put(); } {|DVM2003:x.Read()|}; if (!a) x.Put();")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; if (a) x.Put(); else if (b) x.Put();")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; switch (n) { case 1: x.Put(); break; case 2: break; default: x.Put(); break; }")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; switch (n) { case 1: x.Put(); break; }")]
    [InlineData("var x = Pool.Take(); switch (n) { case 1: x.Put(); goto default; default: {|DVM2002:x.Put()|}; break; }")]
    [InlineData("Item x; if (a) x = {|DVM2001:Pool.Take()|}; else x = {|DVM2001:new Item()|};")]
    [InlineData("Item x = null; if (a) x = {|DVM2001:Pool.Take()|}; if (x == null) x = Pool.Take(); else return; x.Put();")]
    [InlineData("var x = n switch { 0 => {|DVM2001:Pool.Take()|}, _ => null };")]
    [InlineData("var x = Pool.Take(); x.Put(); _ = n switch { 1 => {|DVM2003:x.Read()|}, _ => 0 };")]
    [InlineData("var x = a ? {|DVM2001:Pool.Take()|} : null; if (b) x?.Put();")]
    public Task Faulty(string body) => CountedCode.VerifyBodyAsync(body);
}
