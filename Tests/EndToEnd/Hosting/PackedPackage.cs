using System;
using System.Collections.Generic;
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

    // A release, so that "dotnet add package" finds it without being asked for previews.
    public string Version { get; } = $"0.1.{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}";

    /// <summary>The packed file.</summary>
    public string File => Directory.GetFiles(Feed, "*.nupkg").Single();

    /// <summary>The packed symbols.</summary>
    public string SymbolFile => Directory.GetFiles(Feed, "*.snupkg").Single();

    /// <summary>What a command line needs for that nothing is read from, and nothing left in, the caches of the machine.</summary>
    internal IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["NUGET_PACKAGES"] = _workspace.PathOf("packages"),
        ["NuGetAudit"] = "false",
    };

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

    /// <summary>An empty folder in reach of the feed.</summary>
    /// <param name="name">Unique in a run.</param>
    internal string CreateFolder(string name) => Directory.CreateDirectory(_workspace.PathOf(name)).FullName;

    /// <summary>A new project that refers to another one and to nothing else.</summary>
    /// <param name="name">Unique in a run.</param>
    /// <param name="library">The other project.</param>
    internal ConsumerProject CreateDependent(string name, ConsumerProject library) =>
        Create(name, "Library", "", $"""<ProjectReference Include="{library.ProjectFile}" />""");

    /// <summary>A new project that refers to the package and to nothing else.</summary>
    /// <param name="name">Unique in a run.</param>
    /// <param name="outputType"><c>Exe</c> or <c>Library</c>.</param>
    /// <param name="referenceMetadata">Attributes of the package reference.</param>
    /// <param name="properties">More properties of the project.</param>
    internal ConsumerProject CreateConsumer(string name, string outputType = "Library", string referenceMetadata = "", string properties = "") =>
        Create(name, outputType, properties, $"""<PackageReference Include="DevmapAnalyzers" Version="{Version}" {referenceMetadata} />""");

    private ConsumerProject Create(string name, string outputType, string properties, string reference)
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
                {reference}
              </ItemGroup>
            </Project>
            """);
        return new ConsumerProject(_workspace.PathOf(name), name);
    }
}
