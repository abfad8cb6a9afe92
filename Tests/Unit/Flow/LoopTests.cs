using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>Loops go round until nothing changes; each round may be the first, the last or one of many.</summary>
public sealed class LoopTests
{
    [Theory]
    [InlineData("for (int i = 0; i < n; i++) { var x = Pool.Take(); x.Put(); }")]
    [InlineData("while (a) { var x = Pool.Take(); if (b) { x.Put(); continue; } x.Read(); x.Put(); }")]
    [InlineData("do { var x = Pool.Take(); if (b) { x.Put(); break; } x.Put(); } while (a);")]
    [InlineData("foreach (var x in many) { x.Get(); x.Read(); x.Put(); }")]
    [InlineData("foreach (var x in many) { if (!x.TryGet()) continue; x.Put(); }")]
    [InlineData("foreach (var x in many) { if (!x.TryGet()) break; x.Put(); }")]
    [InlineData("var x = Pool.Take(); while (n-- > 0) { x.Read(); } x.Put();")]
    [InlineData("Item x = null; for (int i = 0; i < n; i++) { x?.Put(); x = Pool.Take(); } x?.Put();")]
    [InlineData("var x = Pool.Take(); while (a) { var next = Pool.Take(); x.Put(); x = next; } x.Put();")]
    [InlineData("while (!lent.TryGet()) { } lent.Put();")]
    [InlineData("while (true) { if (lent.TryGet()) { lent.Put(); return; } }")]
    [InlineData("Item x; do { x = Pool.Find(n); } while (x == null); x.Put();")]
    [InlineData("Item x; while ((x = Pool.Find(n)) != null) { x.Put(); }")]
    [InlineData("while (Pool.Find(n) is { } x) { x.Put(); }")]
    [InlineData("while (Pool.TryTake(out var x)) { x.Put(); }")]
    [InlineData("for (var x = Pool.Find(n); x != null; x = Pool.Find(n)) { x.Put(); }")]
    [InlineData("for (int i = 0; i < n; i++) lent.Get(); for (int i = 0; i < n; i++) lent.Put();")]
    [InlineData("foreach (var x in many) { x.Get(); } foreach (var x in many) { x.Put(); }")]
    [InlineData("while (a) { while (b) { var x = Pool.Take(); x.Put(); if (n > 3) return; } }")]
    public Task Clean(string body) => CountedCode.VerifyBodyAsync(body);

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) { var x = {|DVM2001:Pool.Take()|}; }")]
    [InlineData("while (a) { var x = {|DVM2001:Pool.Take()|}; if (b) continue; x.Put(); }")]
    [InlineData("do { var x = {|DVM2001:Pool.Take()|}; if (b) break; x.Put(); } while (a);")]
    [InlineData("foreach (var k in many) { if (!{|DVM2001:lent.TryGet()|}) continue; if (a) break; lent.Put(); }")]
    [InlineData("var x = Pool.Take(); do { {|DVM2002:x.Put()|}; } while (a);")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; while (a) { x = Pool.Take(); x.Put(); }")]
    [InlineData("Item x = null; while (a) { x = {|DVM2001:Pool.Take()|}; } x?.Put();")]
    [InlineData("var x = {|DVM2001:Pool.Take()|}; while (a) { x.Put(); return; }")]
    [InlineData("while (n-- > 0) { {|DVM2001:lent.Get()|}; }")]
    [InlineData("while (n-- > 0) { lent.Get(); lent.Put(); {|DVM2001:lent.Get()|}; }")]
    [InlineData("Item x; while ((x = {|DVM2001:Pool.Find(n)|}) != null) { x.Read(); }")]
    [InlineData("while ({|DVM2001:Pool.TryTake(out var x)|}) { x.Read(); }")]
    [InlineData("var x = Pool.Take(); do { {|DVM2003:x.Read()|}; if (b) continue; x.Put(); } while (a); if (b) x.Put();")]
    public Task Faulty(string body) => CountedCode.VerifyBodyAsync(body);
}
