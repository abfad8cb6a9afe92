using System.Linq;
using Xunit;

namespace Devmap.Tests.Runtime.Conformance;

/// <summary>The model beside two real kernels of the era v6.1 to v6.14.</summary>
public sealed class ConformanceTests(ITestOutputHelper output)
{
    /// <summary>Of both kernels together: fewer would mean that replays were lost.</summary>
    private const int LeastCompared = 250;

    public static TheoryData<string> Kernels => [RecordedKernel.Linux61.Name, RecordedKernel.Linux612.Name];

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Model_DoesWhatTheKernelDid(string kernel)
    {
        Comparison comparison = Compare(kernel);

        output.WriteLine(comparison.Table());
        output.WriteLine(
            $"figures: conformance: {kernel}: {comparison.Rows.Count} rows: {comparison.Count(Verdict.Equal)} equal, "
            + $"{comparison.Count(Verdict.Different)} different, {comparison.Count(Verdict.DefectReproduced)} defects reproduced and reported, "
            + $"{comparison.Count(Verdict.NotModelled)} not modelled");
        Assert.True(
            comparison.Count(Verdict.Different) == 0,
            string.Join('\n', comparison.Rows.Where(row => row.Verdict == Verdict.Different)));
        Assert.True(comparison.Count(Verdict.Equal) >= LeastCompared);
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void WhatIsNotModelled_HasAReason_AndIsNotJustForgotten(string kernel)
    {
        foreach (ComparedRow row in Compare(kernel).Rows.Where(row => row.Verdict == Verdict.NotModelled))
        {
            Assert.False(string.IsNullOrEmpty(row.Replayed.Reason));
            Assert.DoesNotContain("no replay", row.Replayed.Reason, System.StringComparison.Ordinal);
        }
    }

    private static Comparison Compare(string kernel)
        => Comparison.Of(kernel == RecordedKernel.Linux61.Name ? RecordedKernel.Linux61 : RecordedKernel.Linux612);
}
