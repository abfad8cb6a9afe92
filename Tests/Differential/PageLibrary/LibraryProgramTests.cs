using System;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Devmap.Tests.Differential.PageLibrary.Execution;
using Devmap.Tests.Differential.PageLibrary.Trials;
using Xunit;

namespace Devmap.Tests.Differential.PageLibrary;

/// <summary>The analyzers against the runtime, on programs over the library that nobody wrote.</summary>
public sealed class LibraryProgramTests(ITestOutputHelper output)
{
    private static int MaxShown => Setting("DIFFERENTIAL_SHOW", 3);

    private static int Count => Setting("LIBRARY_COUNT", 400);

    private static int Seed => Setting("LIBRARY_SEED", 1);

    /// <summary>What the runtime stops is reported, by the rule and on the line; what runs clean is not. No rule goes untried.</summary>
    [Fact]
    public async Task Static_is_dynamic()
    {
        Figures figures = await LibraryTrial.RunAsync(Seed, Count);
        foreach (string line in figures.Lines())
        {
            output.WriteLine(line);
        }

        Assert.True(figures.Disagreements.Count == 0, await DescribeAsync(figures));
        Assert.All(Rules.All, rule => Assert.True(figures.Agreed(rule) > 0, rule));
    }

    /// <summary>An analyzer that takes the programs for those of another kernel, or looks away, does not agree: the programs tell.</summary>
    [Theory]
    [InlineData("devmap_era", "linux_6_1", Rules.MagicCount)]
    [InlineData("devmap_era", "linux_6_1", Rules.MappedByPfn)]
    [InlineData("devmap_excluded_types", "Devmap.Page", Rules.Leak)]
    [InlineData("devmap_excluded_members", "Devmap.Page.Put", Rules.OverRelease)]
    public async Task An_analyzer_that_sees_less_misses_something(string key, string value, string rule)
    {
        Figures figures = await LibraryTrial.RunAsync(firstSeed: 1, count: 100, option: (key, value));

        Assert.True(figures.Missed(rule) > 0);
    }

    /// <summary>A kernel that lets something pass which the contract forbids does not agree either.</summary>
    [Theory]
    [InlineData(KernelDefects.LongTermPinsOfFsDax, Rules.LongTermPin)]
    [InlineData(KernelDefects.BulkPgMapRelease, Rules.RemovedWhileMapped)]
    public async Task A_kernel_with_a_defect_lets_something_pass(KernelDefects defect, string rule)
    {
        Figures figures = await LibraryTrial.RunAsync(firstSeed: 1, count: 100, defect);

        Assert.True(figures.False(rule) > 0);
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out int value) ? value : otherwise;

    private static async Task<string> DescribeAsync(Figures figures)
    {
        var text = new StringBuilder(string.Join('\n', figures.Lines()));
        text.AppendLine().AppendLine("seeds with a disagreement: " + string.Join(", ", figures.Disagreements.Select(static found => found.Seed)));
        foreach (Comparison disagreement in figures.Disagreements.OrderBy(static found => !found.False.Any()).Take(MaxShown))
        {
            text.AppendLine().Append(MaxShown > 90 ? disagreement : await LibraryTrial.ShrinkAsync(disagreement));
        }

        return text.ToString();
    }
}
