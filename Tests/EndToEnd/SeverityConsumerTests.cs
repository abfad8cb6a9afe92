using System.Threading.Tasks;
using Devmap.Tests.EndToEnd.Hosting;
using Devmap.Tests.EndToEnd.Sarif;
using Xunit;

namespace Devmap.Tests.EndToEnd;

/// <summary>The user decides what is reported, and how loudly.</summary>
public sealed class SeverityConsumerTests(PackedPackage package)
{
    private const string Leak = """
        using Devmap;

        public static class Allocator
        {
            public static void Take(PhysicalMemory memory)
            {
                memory.AllocPage();
            }
        }
        """;

    [Fact]
    public async Task An_editorconfig_makes_a_rule_an_error_that_fails_the_build()
    {
        ConsumerProject consumer = package.CreateConsumer("Strict")
            .Write("Allocator.cs", Leak)
            .Write(".editorconfig", "[*.cs]\ndotnet_diagnostic.DVM2001.severity = error\n");

        BuildResult build = await consumer.BuildAsync();

        Assert.NotEqual(0, build.Command.ExitCode);
        ReportedDiagnostic error = Assert.Single(build.Ours);
        Assert.Equal(("DVM2001", "error"), (error.Id, error.Level));
        Assert.Contains("error DVM2001", build.Command.Output);
    }

    [Fact]
    public async Task A_pragma_silences_a_report_and_the_log_says_so()
    {
        ConsumerProject consumer = package.CreateConsumer("Silenced")
            .Write("Allocator.cs", "#pragma warning disable DVM2001 // the page lives for ever\n" + Leak);

        BuildResult build = (await consumer.BuildAsync()).EnsureSuccess();

        Assert.DoesNotContain("DVM", build.Command.Output);
        Assert.True(Assert.Single(build.Ours).IsSuppressed);
    }

    [Fact]
    public async Task Code_that_uses_nothing_with_a_contract_gets_no_report()
    {
        ConsumerProject consumer = package.CreateConsumer("Unrelated").Write("Plain.cs", """
            using System;
            using System.IO;

            public static class Plain
            {
                public static int Run(string path)
                {
                    var reader = new StreamReader(path);
                    reader.Dispose();
                    reader.Dispose();
                    return reader.Read() + new Page().Put();
                }

                private sealed class Page
                {
                    public int Put() => 0;
                }
            }
            """);

        BuildResult build = (await consumer.BuildAsync()).EnsureSuccess();

        Assert.Empty(build.Ours);
    }
}
