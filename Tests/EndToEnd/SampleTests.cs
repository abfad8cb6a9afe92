using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Devmap.Tests.EndToEnd.Hosting;
using Devmap.Tests.EndToEnd.Sarif;
using Xunit;

namespace Devmap.Tests.EndToEnd;

/// <summary>What is particular to a sample; what all have in common is in <see cref="GalleryTests"/>.</summary>
public sealed class SampleTests(PackedPackage package)
{
    private static readonly string[] EveryRule = ["DVM1001", "DVM1002", "DVM1003", "DVM1004", "DVM1005", "DVM1006", "DVM1007", "DVM1008", "DVM2001", "DVM2002", "DVM2003", "DVM2005"];

    /// <summary>Rules whose misuse in the sample no fix can repair by itself: what to do instead is for the author to say.</summary>
    private static readonly string[] WithoutAutomaticFix = ["DVM1007", "DVM1008"];

    [Fact]
    public void The_driver_has_one_marked_misuse_for_each_rule()
    {
        IReadOnlyList<Mark> marks = Mark.ReadFolder(Repository.PathOf("Samples", "DaxDriver"));

        Assert.Equal(EveryRule, marks.Select(mark => mark.Id).Order());
    }

    [Fact]
    public async Task The_driver_is_repaired_by_dotnet_format()
    {
        ConsumerProject copy = package.CreateConsumer("DaxDriver").CopyFrom(Repository.PathOf("Samples", "DaxDriver"));
        BuildResult before = (await copy.BuildAsync()).EnsureSuccess();
        Assert.Equal(EveryRule, before.Ours.Select(diagnostic => diagnostic.Id).Order());

        await copy.FormatAsync();

        BuildResult after = (await copy.BuildAsync()).EnsureSuccess();
        Assert.Equal(WithoutAutomaticFix, after.Ours.Select(diagnostic => diagnostic.Id).Order());
    }

    [Fact]
    public async Task In_2021_the_page_map_goes_under_a_live_entry()
    {
        string output = await RunAsync("FsDax2021");

        Assert.Contains("entry: present, special; refs 1, mappings 0", output);
        Assert.Contains("can be truncated: True", output);
        Assert.Contains("remove: removed", output);
        Assert.Contains("entry: present, special; no page", output);
        Assert.DoesNotContain("write: None", output[output.IndexOf("remove:", System.StringComparison.Ordinal)..]);
    }

    [Fact]
    public async Task Repaired_the_removal_waits_until_the_entries_are_gone()
    {
        string output = await RunAsync("FsDax2021.Fixed");

        Assert.Contains("entry: present; refs 1, mappings 1", output);
        Assert.Contains("can be truncated: False", output);
        Assert.Contains("remove: ETIMEDOUT: waits for 0 pgmap references and 1 pages", output);
        Assert.Contains("remove: removed", output);
        Assert.Contains("entry: none; no page", output);
        Assert.Contains("write: EFAULT", output);
    }

    private static async Task<string> RunAsync(string sample) => (await Sample.RunAsync(sample)).Output;
}
