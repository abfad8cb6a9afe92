using System;
using System.Collections.Concurrent;
using System.Linq;
using Devmap.Tests.Runtime.Conformance.Replays;
using Xunit;

namespace Devmap.Tests.Runtime.Conformance;

/// <summary>The model beside two real kernels of the era v6.1 to v6.14.</summary>
public sealed class ConformanceTests(ITestOutputHelper output)
{
    /// <summary>Of both kernels together: fewer would mean that replays were lost.</summary>
    private const int LeastCompared = 250;

    private static readonly ConcurrentDictionary<string, Comparison> s_comparisons = new();

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
            Assert.DoesNotContain("no replay", row.Replayed.Reason, StringComparison.Ordinal);
        }
    }

    /// <summary>What a kernel does wrong the model does only when it is told to.</summary>
    [Fact]
    public void WithoutTheSwitch_TheModelWaits_WhereTheKernelsDidNot()
    {
        Place truncated = Place.Make("ext4-dax", Era.Linux61);
        Hold pin = Hold.Take(truncated, "munmapped+pin_fast", RecordedKernel.Linux61, out _);
        Assert.Equal(Errno.ERESTARTSYS, truncated.Dax!.Truncate(0, TimeSpan.Zero));
        pin.LetGo();
        Assert.Equal(Errno.None, truncated.Dax.Truncate(0, TimeSpan.Zero));

        Place unbound = Place.Make("devdax", Era.Linux61);
        Hold registered = Hold.Take(unbound, "io_uring-longterm", RecordedKernel.Linux61, out _);
        Assert.Equal(Errno.ETIMEDOUT, unbound.Device!.Unbind(TimeSpan.Zero).Error);
        registered.LetGo();
        Assert.True(unbound.Memory.MemUnmapPages(unbound.Device.PgMap, TimeSpan.Zero).IsComplete);
    }

    private static Comparison Compare(string kernel) => s_comparisons.GetOrAdd(
        kernel,
        static name => Comparison.Of(name == RecordedKernel.Linux61.Name ? RecordedKernel.Linux61 : RecordedKernel.Linux612));
}
