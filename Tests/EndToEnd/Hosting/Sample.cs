using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Devmap.Tests.EndToEnd.Sarif;

namespace Devmap.Tests.EndToEnd.Hosting;

/// <summary>A sample as it was built beside these tests.</summary>
internal static class Sample
{
    /// <summary>What the compiler reported of it, notes that no build prints excepted.</summary>
    public static IReadOnlyList<ReportedDiagnostic> Reports(string name) =>
        SarifLog.Read(Repository.PathOf("Samples", name, "obj", Repository.Configuration, "net10.0", name + ".sarif"))
            .Where(diagnostic => diagnostic.Level != "note")
            .ToList();

    /// <summary>Runs it, to a good end.</summary>
    public static async Task<CommandResult> RunAsync(string name) =>
        (await Dotnet.RunAsync(Repository.Root, Repository.PathOf("Samples", name, "bin", Repository.Configuration, "net10.0", name + ".dll"))).EnsureSuccess();
}
