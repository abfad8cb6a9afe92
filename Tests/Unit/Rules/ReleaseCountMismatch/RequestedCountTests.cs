using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.Rules.ReleaseCountMismatch;

/// <summary>Nobody obtains more than what was asked for: of one that was asked for, it is one or none.</summary>
public sealed class RequestedCountTests
{
    [Theory]
    [InlineData("while (Batch.Pin(1, many) == 1) Batch.Unpin(many, 1);")]
    [InlineData("if (Batch.Pin(1, many) == 1) Batch.Unpin(many, 1);")]
    [InlineData("int pins = Batch.Pin(4, many); if (pins != 4) { if (pins > 0) Batch.Unpin(many, pins); return; } Batch.Unpin(many, 4);")]
    public Task Clean(string body) => BatchWorld.VerifyBodyAsync(body);

    [Theory]
    [InlineData("while ({|DVM2001:Batch.Pin(2, many)|} == 2) Batch.Unpin(many, 2);")]
    [InlineData("if ({|DVM2001:Batch.Pin(1, many)|} == 1) { }")]
    public Task Faulty(string body) => BatchWorld.VerifyBodyAsync(body);
}
