using System.Linq;
using System.Threading.Tasks;
using Devmap.Tests.EndToEnd.Hosting;
using Xunit;

namespace Devmap.Tests.EndToEnd;

/// <summary>A project that only refers to a consumer of the package gets its rules, properties and presets.</summary>
public sealed class TransitiveConsumerTests(PackedPackage package)
{
    private const string Library = """
        using Devmap.Contracts;

        public sealed class Block
        {
            [AcquiresRef] public Block() { }
            [ReleasesRef] public void Release() { }
        }
        """;

    private const string App = """
        using System.Buffers;

        public static class App
        {
            public static void Leak()
            {
                var block = new Block();
            }

            public static int Rent() => ArrayPool<byte>.Shared.Rent(16).Length;
        }
        """;

    [Fact]
    public async Task Its_own_code_is_watched_with_the_contracts_of_the_other_project()
    {
        ConsumerProject library = package.CreateConsumer("TransitiveLibrary").Write("Block.cs", Library);
        ConsumerProject app = package.CreateDependent("TransitiveApp", library).Write("App.cs", App);

        BuildResult build = (await app.BuildAsync()).EnsureSuccess();
        Assert.Equal([("DVM2001", "warning", 7)], build.Ours.Select(report => (report.Id, report.Level, report.Line)));

        // The files of the package are imported here as well: build/ is for direct references, buildTransitive/ for these.
        BuildResult configured = await app.BuildAsync("-p:DevmapContracts=bcl", "-p:DevmapSeverity=strict");
        Assert.Equal([("DVM2001", "error", 7), ("DVM2001", "error", 10)], configured.Ours.Select(report => (report.Id, report.Level, report.Line)).Order());
    }
}
