using System;
using System.Threading.Tasks;
using Xunit;

namespace Devmap.Tests.Unit.VerificationTests;

/// <summary>Asserts that the verifier fails, and why.</summary>
internal static class VerifierAssert
{
    public static async Task FailsAsync(Func<Task> test, params string[] reasons)
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(test);
        foreach (var reason in reasons)
        {
            Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        }
    }
}
