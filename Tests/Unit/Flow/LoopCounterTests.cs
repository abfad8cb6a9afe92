using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Flow;

/// <summary>What a variable has kept of an earlier round is another number than the counter has now.</summary>
public sealed class LoopCounterTests
{
    [Theory]
    [InlineData("int last = -1; for (int i = 0; i < n; i++) { if (last < i) lent.Get(); if (last < i) lent.Put(); last = i; }")]
    [InlineData("for (int i = 0; i < n; i++) { lent.Get(); if (i + 1 > i) lent.Put(); }")]
    [InlineData("for (int i = 0; i < n; i++) { int next = i + 1; if (next == i) lent.Put(); }")]
    public Task Clean(string body) => CountedCode.VerifyBodyAsync(body);

    [Theory]
    [InlineData("int last = 5; for (int i = 0; i < n; i++) { if (last == i) {|DVM2002:lent.Put()|}; last = i + n; }")]
    [InlineData("int last = -1; for (int i = 0; i < n; i++) { if (last < i) {|DVM2002:lent.Put()|}; last = i; }")]
    [InlineData("for (int i = 0; i < n; i++) { int next = i + 1; if (next - 1 == i) {|DVM2002:lent.Put()|}; }")]
    public Task Faulty(string body) => CountedCode.VerifyBodyAsync(body);
}
