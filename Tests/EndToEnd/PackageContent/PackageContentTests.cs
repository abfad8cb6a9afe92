using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Xml.Linq;
using Devmap.Tests.EndToEnd.Hosting;
using Xunit;

namespace Devmap.Tests.EndToEnd.PackageContent;

/// <summary>The package has what it should have, and nothing else.</summary>
public sealed class PackageContentTests(PackedPackage package)
{
    [Fact]
    public void Files_are_these()
    {
        string[] expected =
        [
            "README.md",
            "analyzers/dotnet/cs/Devmap.Analyzers.dll",
            "analyzers/dotnet/cs/Devmap.Analyzers.pdb",
            "analyzers/dotnet/cs/Devmap.CodeFixes.dll",
            "analyzers/dotnet/cs/Devmap.CodeFixes.pdb",
            "build/DevmapAnalyzers.targets",
            "buildTransitive/DevmapAnalyzers.targets",
            "config/devmap-advice-off.globalconfig",
            "config/devmap-default.globalconfig",
            "config/devmap-strict.globalconfig",
            "contracts/bcl.RefContracts.txt",
            "contracts/dotnetty.RefContracts.txt",
            "contracts/faster.RefContracts.txt",
            "contracts/garnet.RefContracts.txt",
            "contracts/imagesharp.RefContracts.txt",
            "contracts/litedb.RefContracts.txt",
            "contracts/lucene.RefContracts.txt",
            "contracts/netmq.RefContracts.txt",
            "contracts/ryujinx-kernel.RefContracts.txt",
            "contracts/spannetty.RefContracts.txt",
            "docs/rules/DVM1001.md",
            "docs/rules/DVM1002.md",
            "docs/rules/DVM1003.md",
            "docs/rules/DVM1004.md",
            "docs/rules/DVM1005.md",
            "docs/rules/DVM1006.md",
            "docs/rules/DVM1007.md",
            "docs/rules/DVM1008.md",
            "docs/rules/DVM2001.md",
            "docs/rules/DVM2002.md",
            "docs/rules/DVM2003.md",
            "docs/rules/DVM2004.md",
            "docs/rules/DVM2005.md",
            "docs/rules/DVM2006.md",
            "docs/rules/DVM2007.md",
            "docs/rules/DVM2008.md",
            "docs/rules/DVM2009.md",
            "docs/rules/DVM3001.md",
            "docs/rules/DVM3002.md",
            "docs/rules/DVM3003.md",
            "docs/rules/DVM3004.md",
            "docs/rules/DVM3005.md",
            "docs/rules/DVM3006.md",
            "docs/rules/DVM3007.md",
            "docs/rules/DVM3008.md",
            "icon.png",
            "lib/net10.0/Devmap.dll",
            "lib/net10.0/Devmap.xml",
            "lib/netstandard2.0/Devmap.dll",
            "lib/netstandard2.0/Devmap.xml",
        ];

        Assert.Equal(expected.Order(System.StringComparer.Ordinal), FilesIn(package.File));
    }

    [Fact]
    public void Symbols_are_those_of_every_assembly() => Assert.Equal(
        [
            "analyzers/dotnet/cs/Devmap.Analyzers.pdb",
            "analyzers/dotnet/cs/Devmap.CodeFixes.pdb",
            "lib/net10.0/Devmap.pdb",
            "lib/netstandard2.0/Devmap.pdb",
        ],
        FilesIn(package.SymbolFile));

    [Fact]
    public void It_depends_on_no_other_package() => Assert.DoesNotContain(Nuspec().Descendants(), element => element.Name.LocalName == "dependency");

    [Fact]
    public void It_is_no_development_dependency()
    {
        // That would hide the library from the projects that install it.
        Assert.DoesNotContain(Nuspec().Descendants(), element => element.Name.LocalName == "developmentDependency");
    }

    [Fact]
    public void Its_licence_readme_and_icon_are_declared()
    {
        XElement metadata = Nuspec().Root!.Elements().Single();

        Assert.Equal("DevmapAnalyzers", ValueOf("id"));
        Assert.Equal("MIT", ValueOf("license"));
        Assert.Equal("README.md", ValueOf("readme"));
        Assert.Equal("icon.png", ValueOf("icon"));

        string ValueOf(string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;
    }

    private static IEnumerable<string> FilesIn(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(package);
        return archive.Entries
            .Select(entry => entry.FullName)
            .Where(name => !IsEnvelope(name))
            .Order(System.StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>What every package has for itself.</summary>
    private static bool IsEnvelope(string name) =>
        name.StartsWith("_rels/", System.StringComparison.Ordinal)
        || name.StartsWith("package/services/", System.StringComparison.Ordinal)
        || name is "[Content_Types].xml" or "DevmapAnalyzers.nuspec";

    private XDocument Nuspec()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.File);
        using Stream stream = archive.GetEntry("DevmapAnalyzers.nuspec")!.Open();
        return XDocument.Load(stream);
    }
}
