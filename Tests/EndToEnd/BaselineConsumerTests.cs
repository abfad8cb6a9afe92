using System;
using System.Linq;
using System.Threading.Tasks;
using Devmap.Tests.EndToEnd.Hosting;
using Xunit;

namespace Devmap.Tests.EndToEnd;

/// <summary>A code base with bugs writes a baseline with one command, and hears only of what is new.</summary>
public sealed class BaselineConsumerTests(PackedPackage package)
{
    private const string Old = """
        using Devmap;

        public static class Allocator
        {
            public static void Take(PhysicalMemory memory)
            {
                memory.AllocPage();
            }

            public static void Named(PhysicalMemory memory)
            {
                Page? page = memory.AllocPage();
            }
        }
        """;

    private const string New = """


            public static void Another(PhysicalMemory memory)
            {
                memory.AllocPage();
            }
        }
        """;

    [Fact]
    public async Task What_was_known_is_hidden_and_what_is_new_is_not()
    {
        ConsumerProject consumer = package.CreateConsumer("Baseline").Write("Allocator.cs", Old);
        Assert.Equal(2, (await consumer.BuildAsync()).EnsureSuccess().Ours.Count());

        (await consumer.BuildAsync("-t:WriteDevmapBaseline")).EnsureSuccess();

        string baseline = consumer.Read("Baseline.RefBaseline.txt");
        Assert.Contains("DVM2001 M:Allocator.Named(Devmap.PhysicalMemory) ref page", baseline);
        Assert.Equal(3, baseline.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Empty((await consumer.BuildAsync()).EnsureSuccess().Ours);

        consumer.Write("Allocator.cs", "// A line more.\n" + Old.TrimEnd('}') + New);
        BuildResult after = (await consumer.BuildAsync()).EnsureSuccess();
        Assert.Equal(("DVM2001", 19), Assert.Single(after.Ours.Select(report => (report.Id, report.Line))));
    }
}
