using System;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Devmap.Tests.Differential.Trials;
using Xunit;

namespace Devmap.Tests.Differential;

/// <summary>The analyzer against the interpreter, on programs that nobody wrote.</summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    /// <summary>How many disagreements are made small and shown.</summary>
    private static int MaxShown => Setting("DIFFERENTIAL_SHOW", 3);

    private static int Count => Setting("DIFFERENTIAL_COUNT", 1000);

    private static int Seed => Setting("DIFFERENTIAL_SEED", 1);

    /// <summary>No disagreement at all: nothing missed, nothing false.</summary>
    [Fact]
    public async Task Programs_without_loops()
    {
        Tally tally = await Trial.RunAsync("without loops", loops: false, Seed, Count);
        output.WriteLine(tally.ToString());
        Assert.True(tally.Disagreements.Count == 0, await DescribeAsync(tally));
    }

    /// <summary>Nothing false, and at least 99 of 100 found.</summary>
    [Fact]
    public async Task Programs_with_loops()
    {
        Tally tally = await Trial.RunAsync("with loops", loops: true, Seed, Count);
        output.WriteLine(tally.ToString());
        Assert.True(tally.False == 0 && tally.Problems == 0 && tally.Found >= 0.99, await DescribeAsync(tally));
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out int value) ? value : otherwise;

    private static async Task<string> DescribeAsync(Tally tally)
    {
        var text = new StringBuilder(tally.ToString());
        foreach (Disagreement disagreement in tally.Disagreements.OrderBy(static found => found.False.Count == 0).Take(MaxShown))
        {
            text.AppendLine().Append(await Trial.ShrinkAsync(disagreement));
        }

        return text.ToString();
    }
}
