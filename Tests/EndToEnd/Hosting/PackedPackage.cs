using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Devmap.Tests.EndToEnd.Hosting;
using Xunit;

[assembly: AssemblyFixture(typeof(PackedPackage))]

namespace Devmap.Tests.EndToEnd.Hosting;

/// <summary>
/// The package, packed once for each run under a version that no cache can know, in a folder feed that is the only
/// source of the projects made here.
/// </summary>
public sealed class PackedPackage : IAsyncLifetime
{
    private readonly Workspace _workspace = new();

    public string Version { get; } = "0.1.0-e2e." + Guid.NewGuid().ToString("N");

    /// <summary>The packed file.</summary>
    public string File => Directory.GetFiles(Feed, "*.nupkg").Single();

    /// <summary>The packed symbols.</summary>
    public string SymbolFile => Directory.GetFiles(Feed, "*.snupkg").Single();

    private string Feed => _workspace.PathOf("feed");

    public async ValueTask InitializeAsync()
    {
        // What was built for these tests is what is packed: another build would meet that of the other test projects.
        CommandResult packed = await Dotnet.RunAsync(
            Repository.Root, "pack", Repository.PathOf("Package", "Package.csproj"), "--no-build", "-c", Repository.Configuration, "-o", Feed, $"-p:PackageVersion={Version}");
        packed.EnsureSuccess();
        _workspace.Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="{Feed}" />
              </packageSources>
            </configuration>
            """);
    }

    public ValueTask DisposeAsync()
    {
        _workspace.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A new project that refers to the package and to nothing else.</summary>
    /// <param name="name">Unique in a run.</param>
    /// <param name="outputType"><c>Exe</c> or <c>Library</c>.</param>
    /// <param name="referenceMetadata">Attributes of the package reference.</param>
    /// <param name="properties">More properties of the project.</param>
    internal ConsumerProject CreateConsumer(string name, string outputType = "Library", string referenceMetadata = "", string properties = "")
    {
        _workspace.Write(Path.Combine(name, name + ".csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>{outputType}</OutputType>
                <Nullable>enable</Nullable>
                <UseAppHost>false</UseAppHost>
                <NuGetAudit>false</NuGetAudit>
                {properties}
                <RestorePackagesPath>{_workspace.PathOf("packages")}</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="DevmapAnalyzers" Version="{Version}" {referenceMetadata} />
              </ItemGroup>
            </Project>
            """);
        return new ConsumerProject(_workspace.PathOf(name), name);
    }
}
