using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Devmap.Tests.EndToEnd.Hosting;
using Devmap.Tests.EndToEnd.Sarif;
using Xunit;

namespace Devmap.Tests.EndToEnd;

/// <summary>The samples show what they are said to show.</summary>
public sealed class SampleTests(PackedPackage package)
{
    private static readonly string[] EveryRule = ["DVM1001", "DVM1002", "DVM1003", "DVM2001", "DVM2002", "DVM2003", "DVM2005"];

    /// <summary>Rules whose misuse in the sample no fix can repair by itself. There are none: each has a safe first fix.</summary>
    private static readonly string[] WithoutAutomaticFix = [];

    [Fact]
    public void The_driver_has_one_marked_misuse_for_each_rule()
    {
        IReadOnlyList<Mark> marks = Mark.ReadFolder(Repository.PathOf("Samples", "DaxDriver"));

        Assert.Equal(EveryRule, marks.Select(mark => mark.Id).Order());
    }

    [Fact]
    public void The_driver_gets_exactly_the_marked_warnings_and_no_other()
    {
        IReadOnlyList<ReportedDiagnostic> reported = ReadReports("DaxDriver");

        Assert.Equal(
            Mark.Describe(Mark.ReadFolder(Repository.PathOf("Samples", "DaxDriver"))),
            Mark.Describe(reported.Select(diagnostic => diagnostic.Place)));
        Assert.All(reported, diagnostic => Assert.False(diagnostic.IsSuppressed));
    }

    [Fact]
    public void The_fixed_driver_gets_none() => Assert.Empty(ReadReports("DaxDriver.Fixed"));

    [Fact]
    public async Task The_fixed_driver_runs_and_its_counts_come_out_even()
    {
        CommandResult run = await Dotnet.RunAsync(
            Repository.Root, Repository.PathOf("Samples", "DaxDriver.Fixed", "bin", Repository.Configuration, "net10.0", "DaxDriver.Fixed.dll"));

        string output = run.EnsureSuccess().Output;
        Assert.Contains("write to the mapping: None                 refs    1  mappings 1  pins 0", output);
        Assert.Contains("pin: 1 page pinned                         refs 1025  mappings 1  pins 1", output);
        Assert.Contains("truncate: ERESTARTSYS                      refs 1024  mappings 0  pins 1", output);
        Assert.Contains("unmap: None                                refs    0  mappings 0  pins 0", output);
        Assert.Contains("remove: removed", output);
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

    private static IReadOnlyList<ReportedDiagnostic> ReadReports(string sample) =>
        SarifLog.Read(Repository.PathOf("Samples", sample, "obj", Repository.Configuration, "net10.0", sample + ".sarif"))
            .Where(diagnostic => diagnostic.Level != "note")
            .ToList();
}
