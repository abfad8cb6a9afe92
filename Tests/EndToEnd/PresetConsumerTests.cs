using System.Linq;
using System.Threading.Tasks;
using Devmap.Tests.EndToEnd.Hosting;
using Devmap.Tests.EndToEnd.Sarif;
using Xunit;

namespace Devmap.Tests.EndToEnd;

/// <summary>Contracts of other people's libraries are switched on by one property, wherever a project says it.</summary>
public sealed class PresetConsumerTests(PackedPackage package)
{
    private const string Handles = """
        using System.Runtime.InteropServices;

        public static class Handles
        {
            public static bool Leak(SafeHandle handle)
            {
                bool added = false;
                handle.DangerousAddRef(ref added); // DVM2001: nobody releases it
                return handle.DangerousGetHandle() != 0;
            }

            public static bool Right(SafeHandle handle)
            {
                bool added = false;
                try
                {
                    handle.DangerousAddRef(ref added);
                    return handle.DangerousGetHandle() != 0;
                }
                finally
                {
                    if (added)
                    {
                        handle.DangerousRelease();
                    }
                }
            }
        }
        """;

    [Fact]
    public async Task Without_the_property_nothing_is_known_of_the_platform()
    {
        BuildResult build = (await Consumer("PresetOff").BuildAsync()).EnsureSuccess();

        Assert.Empty(build.Ours);
    }

    [Fact]
    public async Task The_property_of_a_project_finds_the_leak_and_nothing_else()
    {
        ConsumerProject consumer = Consumer("PresetInProject", "<DevmapContracts>bcl</DevmapContracts>");

        AssertMarked((await consumer.BuildAsync()).EnsureSuccess());
    }

    [Fact]
    public async Task A_command_line_may_name_several_in_any_casing()
    {
        BuildResult build = (await Consumer("PresetOnCommandLine").BuildAsync("-p:DevmapContracts=BCL%3blucene")).EnsureSuccess();

        AssertMarked(build);
    }

    [Fact]
    public async Task Directory_Build_props_is_enough()
    {
        ConsumerProject consumer = Consumer("PresetInProps")
            .Write("Directory.Build.props", "<Project><PropertyGroup><DevmapContracts>lucene; bcl;bcl</DevmapContracts></PropertyGroup></Project>");

        AssertMarked((await consumer.BuildAsync()).EnsureSuccess());
    }

    [Fact]
    public async Task An_unknown_name_is_an_error_that_lists_the_known_ones()
    {
        BuildResult build = await Consumer("PresetUnknown", "<DevmapContracts>bcl;lucine</DevmapContracts>").BuildAsync();

        Assert.NotEqual(0, build.Command.ExitCode);
        Assert.Contains("no contracts for: lucine. Known are: bcl, dotnetty, faster, garnet, imagesharp, litedb, lucene, netmq, ryujinx-kernel, spannetty.", build.Command.Output);
    }

    private static void AssertMarked(BuildResult build) =>
        Assert.Equal(Mark.Describe(Mark.ReadText("Handles.cs", Handles)), Mark.Describe(build.Ours.Select(diagnostic => diagnostic.Place)));

    private ConsumerProject Consumer(string name, string properties = "") =>
        package.CreateConsumer(name, properties: properties).Write("Handles.cs", Handles);
}
