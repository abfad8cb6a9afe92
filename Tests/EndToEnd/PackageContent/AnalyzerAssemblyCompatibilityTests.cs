using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Devmap.Tests.EndToEnd.Hosting;
using Xunit;

namespace Devmap.Tests.EndToEnd.PackageContent;

/// <summary>
/// The oldest compiler that is supported can load what is shipped. One that is older than a reference asks for refuses
/// the assembly with a warning, and no rule runs.
/// </summary>
public sealed class AnalyzerAssemblyCompatibilityTests(PackedPackage package)
{
    /// <summary>What a host brings, in the versions that the oldest brings.</summary>
    private static readonly Dictionary<string, Version> Host = new()
    {
        ["netstandard"] = new Version(2, 0, 0, 0),
        ["Microsoft.CodeAnalysis"] = new Version(4, 5, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp"] = new Version(4, 5, 0, 0),
        ["System.Memory"] = new Version(4, 0, 1, 2),
        ["System.Collections.Immutable"] = new Version(6, 0, 0, 0),
    };

    /// <summary>What a host that applies fixes brings besides.</summary>
    private static readonly Dictionary<string, Version> FixHost = new(Host)
    {
        ["Devmap.Analyzers"] = new Version(0, 1, 0, 0),
        ["Microsoft.CodeAnalysis.Workspaces"] = new Version(4, 5, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp.Workspaces"] = new Version(4, 5, 0, 0),
        ["System.Composition.AttributedModel"] = new Version(6, 0, 0, 0),
        ["Humanizer"] = new Version(2, 14, 0, 0),
    };

    [Fact]
    public void Rules_ask_for_no_more_than_the_oldest_compiler_has() =>
        Assert.Empty(Excess("analyzers/dotnet/cs/Devmap.Analyzers.dll", Host));

    [Fact]
    public void Fixes_ask_for_no_more_than_the_oldest_editor_has() =>
        Assert.Empty(Excess("analyzers/dotnet/cs/Devmap.CodeFixes.dll", FixHost));

    [Theory]
    [InlineData("lib/netstandard2.0/Devmap.dll")]
    [InlineData("lib/net10.0/Devmap.dll")]
    public void The_library_asks_for_its_framework_only(string path) =>
        Assert.DoesNotContain(ReferencesOf(path), reference => reference.Name != "netstandard" && !reference.Name!.StartsWith("System.", StringComparison.Ordinal));

    private IEnumerable<string> Excess(string path, Dictionary<string, Version> host) =>
        ReferencesOf(path)
            .Where(reference => !host.TryGetValue(reference.Name!, out Version? version) || reference.Version > version)
            .Select(reference => $"{reference.Name} {reference.Version}");

    private List<AssemblyName> ReferencesOf(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(package.File);
        using var content = new MemoryStream();
        using (Stream stream = archive.GetEntry(path)!.Open())
        {
            stream.CopyTo(content);
        }

        content.Position = 0;
        using var image = new PEReader(content);
        MetadataReader metadata = image.GetMetadataReader();
        return metadata.AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle).GetAssemblyName()).ToList();
    }
}
