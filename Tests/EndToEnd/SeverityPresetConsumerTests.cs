using System.Linq;
using System.Threading.Tasks;
using Devmap.Tests.EndToEnd.Hosting;
using Devmap.Tests.EndToEnd.Sarif;
using Xunit;

namespace Devmap.Tests.EndToEnd;

/// <summary>How loud all rules are together is one property; what is said of one rule goes before it.</summary>
public sealed class SeverityPresetConsumerTests(PackedPackage package)
{
    private const string Leak = """
        using Devmap;

        public static class Allocator
        {
            public static void Take(PhysicalMemory memory) => memory.AllocPage();
        }
        """;

    /// <summary>A misuse, a broken promise, a contract that means nothing; what a body shows, and a count that nobody described.</summary>
    private const string Several = """
        using Devmap;
        using Devmap.Contracts;

        public static class Several
        {
            public static void Leak(PhysicalMemory memory) => memory.AllocPage();

            [return: AcquiresRef]
            public static Page Promise(Page page) => page;

            [AcquiresRef(WhenParameter = "nobody")]
            public static void Nonsense() { }

            public static Page? Shown(PhysicalMemory memory) => memory.AllocPage();

            public static void Undescribed(System.Runtime.InteropServices.SafeHandle handle) => handle.DangerousRelease();
        }
        """;

    [Theory]
    [InlineData("default", "DVM2001 warning, DVM3001 warning, DVM3002 warning")]
    [InlineData("advice-off", "DVM2001 warning, DVM3001 warning, DVM3002 warning")]
    [InlineData("strict", "DVM2001 error, DVM3001 error, DVM3002 error, DVM3005 note, DVM3008 note")]
    public async Task Every_rule_follows(string severity, string expected)
    {
        ConsumerProject consumer = package.CreateConsumer("SeveritySeveral-" + severity).Write("Several.cs", Several);

        BuildResult build = await consumer.BuildAsync("-p:DevmapSeverity=" + severity);

        Assert.Equal(expected, string.Join(", ", build.Ours.Select(report => $"{report.Id} {report.Level}").Distinct().Order()));
    }

    [Theory]
    [InlineData("default", "warning")]
    [InlineData("strict", "error")]
    [InlineData("advice-off", "warning")]
    public async Task A_leak_is(string severity, string level)
    {
        ConsumerProject consumer = package.CreateConsumer("Severity-" + severity).Write("Allocator.cs", Leak);

        BuildResult build = await consumer.BuildAsync("-p:DevmapSeverity=" + severity);

        Assert.Equal(("DVM2001", level), Assert.Single(build.Ours.Select(report => (report.Id, report.Level))));
    }

    [Fact]
    public async Task An_editorconfig_goes_before_strict()
    {
        ConsumerProject consumer = package.CreateConsumer("SeverityOverruled", properties: "<DevmapSeverity>strict</DevmapSeverity>")
            .Write("Allocator.cs", Leak)
            .Write(".editorconfig", "[*.cs]\ndotnet_diagnostic.DVM2001.severity = suggestion\n");

        BuildResult build = (await consumer.BuildAsync()).EnsureSuccess();

        Assert.Equal("note", Assert.Single(build.Ours).Level);
    }

    [Fact]
    public async Task An_unknown_name_is_an_error_that_lists_the_known_ones()
    {
        BuildResult build = await package.CreateConsumer("SeverityUnknown").Write("Allocator.cs", Leak).BuildAsync("-p:DevmapSeverity=loud");

        Assert.NotEqual(0, build.Command.ExitCode);
        Assert.Contains("DevmapSeverity is 'loud'. Known are: advice-off, default, strict.", build.Command.Output);
    }
}
