using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>From <c>a == b</c>, and one of the two, follows the other: also where the other is asked for long after.</summary>
public sealed class EqualConditionTests
{
    [Theory]
    [InlineData("if (a) return; if (a == b) return; if (b) { lent.Get(); lent.Put(); return; } lent.Get();")]
    [InlineData("bool same = a == b; if (a) lent.Get(); if (same && b) lent.Put(); if (!same && a) lent.Put();")]
    [InlineData("if (lent.TryGet() == a) { if (a) lent.Put(); return; } if (!a) lent.Put();")]
    [InlineData("if (a) { if (lent.TryGet() == a) lent.Put(); }")]
    [InlineData("if (a) { if (lent.TryGet() != a) return; lent.Put(); }")]
    [InlineData("bool not = !a; if (a == not) lent.Get();")]
    [InlineData("if ((n == 2) == b) { if (b) lent.Get(); if (n == 2) lent.Put(); }")]
    [InlineData("bool both = a & b; if (!both) { if (a) { if (b) lent.Get(); } }")]
    public Task Clean(string body) => CountedCode.VerifyBodyAsync(body);

    [Theory]
    [InlineData("if (a) return; if (a == b) return; if (b) { {|DVM2001:lent.Get()|}; }")]
    [InlineData("if ({|DVM2001:lent.TryGet()|} == a) { if (!a) {|DVM2002:lent.Put()|}; }")]
    [InlineData("bool not = !a; if (a != not) {|DVM2001:lent.Get()|};")]
    [InlineData("if ((n == 2) == b) { if (b) {|DVM2001:lent.Get()|}; if (n == 3) {|DVM2002:lent.Put()|}; }")]
    public Task Faulty(string body) => CountedCode.VerifyBodyAsync(body);
}
