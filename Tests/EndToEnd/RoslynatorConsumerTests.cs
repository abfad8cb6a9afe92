using System.Threading.Tasks;
using Devmap.Tests.EndToEnd.Hosting;
using Xunit;

namespace Devmap.Tests.EndToEnd;

/// <summary>The roslynator tool, a host that is not of Microsoft: it shows the warnings, and applies the fix whose key it is given.</summary>
public sealed class RoslynatorConsumerTests(PackedPackage package)
{
    private const string Leak = """
        using Devmap;

        public static class Allocator
        {
            public static bool Take(PhysicalMemory memory, bool failed)
            {
                Page? page = memory.AllocPage();
                if (page is null || failed)
                {
                    return false;
                }

                page.WriteByte(0, 1);
                return true;
            }
        }
        """;

    [Fact]
    public async Task It_shows_the_warning_and_chooses_a_fix_by_its_key()
    {
        ConsumerProject consumer = package.CreateConsumer("Roslynator").Write("Allocator.cs", Leak);
        (await consumer.BuildAsync()).EnsureSuccess();
        await Roslynator.RestoreAsync();

        CommandResult analyzed = await Roslynator.RunAsync("analyze", consumer.ProjectFile, "--supported-diagnostics", "DVM2001");
        Assert.Contains("warning DVM2001: The reference that 'AllocPage' acquires on 'page' is never given up", analyzed.Output);

        await Roslynator.RunAsync("fix", consumer.ProjectFile, "--supported-diagnostics", "DVM2001", "--diagnostic-fix-map", "DVM2001=Devmap.LeakedReference.ReleaseInFinally");

        Assert.Contains("finally", consumer.Read("Allocator.cs"));
        Assert.Empty((await consumer.BuildAsync()).EnsureSuccess().Ours);
    }
}
