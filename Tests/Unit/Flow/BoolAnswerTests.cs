using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>The spellings of "if it was acquired" where the answer is a <c>bool</c>.</summary>
public sealed class BoolAnswerTests
{
    [Theory]
    [InlineData("if (!lent.TryGet()) return; lent.Put();")]
    [InlineData("if (lent.TryGet()) lent.Put();")]
    [InlineData("if (lent.TryGet() == false) return; lent.Put();")]
    [InlineData("if (lent.TryGet() == true) { lent.Put(); }")]
    [InlineData("if (lent.TryGet() != true) return; lent.Put();")]
    [InlineData("if (true == lent.TryGet()) lent.Put();")]
    [InlineData("if (lent.TryGet() is true) lent.Put();")]
    [InlineData("if (lent.TryGet() is false) return; lent.Put();")]
    [InlineData("if (lent.TryGet() is not true) return; lent.Put();")]
    [InlineData("bool ok = lent.TryGet(); Pool.Check(a); if (ok) lent.Put();")]
    [InlineData("bool ok = lent.TryGet(); bool failed = !ok; if (failed) return; lent.Put();")]
    [InlineData("bool ok = lent.TryGet(); bool copy = ok; bool not = !copy; if (!not) lent.Put();")]
    [InlineData("bool ok; if (!(ok = lent.TryGet())) return; lent.Put();")]
    [InlineData("if (a && lent.TryGet()) lent.Put();")]
    [InlineData("if (!a || !lent.TryGet()) return; lent.Put();")]
    [InlineData("bool ok = a && lent.TryGet(); if (ok) lent.Put();")]
    [InlineData("bool ok = a ? lent.TryGet() : false; if (ok) lent.Put();")]
    [InlineData("switch (lent.TryGet()) { case true: lent.Put(); break; case false: break; }")]
    [InlineData("if (lent.TryGet() is var ok && ok) lent.Put();")]
    [InlineData("if (lent.IsGone()) return; lent.Put();")]
    [InlineData("if (!lent.IsGone()) { lent.Put(); }")]
    [InlineData("bool ok = false; ok |= lent.TryGet(); if (ok) lent.Put();")]
    [InlineData("if (!lent.TryGet()) throw new Exception(); lent.Put();")]
    [InlineData("if (!lent.TryGet()) Pool.Fail(); lent.Put();")]
    [InlineData("if (Pool.TryTake(out var x)) x.Put();")]
    [InlineData("if (!Pool.TryTake(out Item x)) return; x.Put();")]
    [InlineData("bool ok = Pool.TryTake(out var x); if (ok) x.Put();")]
    public Task Clean(string body) => CountedCode.VerifyBodyAsync(body);

    [Theory]
    [InlineData("if (!{|DVM2001:lent.TryGet()|}) return;")]
    [InlineData("if ({|DVM2001:lent.TryGet()|}) return; {|DVM2002:lent.Put()|};")]
    [InlineData("if ({|DVM2001:lent.TryGet()|} == false) {|DVM2002:lent.Put()|};")]
    [InlineData("if ({|DVM2001:lent.TryGet()|} is true) return; ")]
    [InlineData("bool ok = {|DVM2001:lent.TryGet()|}; if (!ok) {|DVM2002:lent.Put()|};")]
    [InlineData("bool ok = {|DVM2001:lent.TryGet()|}; bool failed = !ok; if (failed) return;")]
    [InlineData("if ({|DVM2001:lent.TryGet()|} && b) { lent.Put(); }")]
    [InlineData("if (a || lent.TryGet()) { {|DVM2002:lent.Put()|}; }")]
    [InlineData("bool ok = a && {|DVM2001:lent.TryGet()|}; if (!ok) return;")]
    [InlineData("switch ({|DVM2001:lent.TryGet()|}) { case true: break; case false: break; }")]
    [InlineData("if (!{|DVM2001:lent.IsGone()|}) return;")]
    [InlineData("if (lent.IsGone()) { {|DVM2002:lent.Put()|}; } else { lent.Put(); }")]
    [InlineData("if ({|DVM2001:Pool.TryTake(out var x)|}) x.Read();")]
    [InlineData("{|DVM2005:lent.TryGet()|}; lent.Put();")]
    [InlineData("bool ok = {|DVM2005:lent.TryGet()|}; lent.Put();")]
    public Task Faulty(string body) => CountedCode.VerifyBodyAsync(body);
}
