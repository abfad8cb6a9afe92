using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>
/// How often a loop took a reference on an object from before it is not counted. What it certainly keeps is a leak; what
/// other calls may give back as often is not.
/// </summary>
public sealed class LoopCountTests
{
    [Theory]
    [InlineData("foreach (Item each in many) { {|DVM2001:lent.Get()|}; if (a) lent.Put(); }")]
    [InlineData("foreach (Item each in many) { {|DVM2001:lent.Get()|}; if (a) { lent.Put(); return; } }")]
    [InlineData("foreach (Item each in many) { {|DVM2001:lent.Get()|}; if (lent.Read() < 0) continue; lent.Put(); }")]
    [InlineData("do { {|DVM2001:lent.Get()|}; } while (lent.Read() > 0); lent.Put();")]
    public Task Reported(string body) => CountedCode.VerifyBodyAsync(body);

    [Theory]
    [InlineData("foreach (Item each in many) { lent.Get(); if (a) { lent.Put(); continue; } lent.Put(); }")]
    [InlineData("for (int i = 0; i < n; i++) lent.Get(); for (int i = 0; i < n; i++) lent.Put();")]
    [InlineData("for (int i = 0; i < 2; i++) lent.Get(); lent.Put(); lent.Put();")]
    public Task Silent(string body) => CountedCode.VerifyBodyAsync(body);
}
