using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Devmap.Tests.EndToEnd.Hosting;
using Xunit;

namespace Devmap.Tests.EndToEnd.PackageContent;

/// <summary>Who debugs into the package, builds it again or looks at its page finds what he expects.</summary>
public sealed partial class PackageQualityTests(PackedPackage package)
{
    /// <summary>The custom debug information that says where sources are.</summary>
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    public static TheoryData<string> Assemblies =>
    [
        "analyzers/dotnet/cs/Devmap.Analyzers.dll",
        "analyzers/dotnet/cs/Devmap.CodeFixes.dll",
        "lib/net10.0/Devmap.dll",
        "lib/netstandard2.0/Devmap.dll",
    ];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void An_assembly_is_the_same_whenever_it_is_built(string path)
    {
        using var image = new PEReader(Open(package.File, path));

        Assert.Contains(image.ReadDebugDirectory(), entry => entry.Type == DebugDirectoryEntryType.Reproducible);
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void A_debugger_finds_every_source_at_its_commit(string path)
    {
        string symbols = path.StartsWith("lib/", StringComparison.Ordinal) ? package.SymbolFile : package.File;
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(Open(symbols, Path.ChangeExtension(path, ".pdb")));
        MetadataReader reader = provider.GetMetadataReader();

        CustomDebugInformation link = reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation).Single(information => reader.GetGuid(information.Kind) == SourceLink);
        using JsonDocument map = JsonDocument.Parse(reader.GetBlobBytes(link.Value));
        JsonProperty root = Assert.Single(map.RootElement.GetProperty("documents").EnumerateObject());

        Assert.Matches(@"^https://raw\.githubusercontent\.com/DevmapAnalyzers/DevmapAnalyzers/[0-9a-f]{40}/\*$", root.Value.GetString());
        string folder = root.Name.TrimEnd('*');
        Assert.All(reader.Documents.Select(reader.GetDocument), document => Assert.StartsWith(folder, reader.GetString(document.Name), StringComparison.Ordinal));
    }

    [Fact]
    public void The_release_notes_are_the_newest_section_of_the_changelog()
    {
        string changelog = File.ReadAllText(Repository.PathOf("CHANGELOG.md")).Replace("\r\n", "\n");
        string newest = changelog.Split("\n## ")[1];
        string body = newest[newest.IndexOf('\n')..].Trim().Replace("`", "", StringComparison.Ordinal);

        Assert.Equal(body, Metadata("releaseNotes").ReplaceLineEndings("\n"));
    }

    [Fact]
    public void The_version_of_the_repository_is_a_semantic_one()
    {
        string version = XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants("Version").Single().Value;

        Assert.Matches(@"^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$", version);
    }

    [Fact]
    public void The_package_says_where_it_comes_from()
    {
        XElement repository = Element("repository");

        Assert.Equal("git", repository.Attribute("type")?.Value);
        Assert.Equal("https://github.com/DevmapAnalyzers/DevmapAnalyzers", repository.Attribute("url")?.Value);
        Assert.Matches("^[0-9a-f]{40}$", repository.Attribute("commit")?.Value);
        Assert.Contains("roslyn", Metadata("tags").Split(' '));
        Assert.InRange(Metadata("description").Length, 50, 4000);
    }

    /// <summary>A gallery shows pictures from a few hosts only, by whole addresses.</summary>
    [Fact]
    public void Pictures_of_the_readme_are_files_of_the_repository_by_whole_addresses()
    {
        using var reader = new StreamReader(Open(package.File, "README.md"));
        MatchCollection pictures = Picture().Matches(reader.ReadToEnd());

        Assert.NotEmpty(pictures);
        Assert.All(pictures, picture => Assert.True(File.Exists(Repository.PathOf(picture.Groups["path"].Value)), picture.Value));
    }

    private string Metadata(string name) => Element(name).Value;

    private XElement Element(string name) =>
        XDocument.Load(Open(package.File, "DevmapAnalyzers.nuspec")).Descendants().Single(element => element.Name.LocalName == name);

    private static MemoryStream Open(string archive, string path)
    {
        using ZipArchive zip = ZipFile.OpenRead(archive);
        using Stream stream = zip.GetEntry(path)!.Open();
        var content = new MemoryStream();
        stream.CopyTo(content);
        content.Position = 0;
        return content;
    }

    [GeneratedRegex(@"!\[[^\]]*\]\(https://raw\.githubusercontent\.com/DevmapAnalyzers/DevmapAnalyzers/main/(?<path>[^)]+)\)")]
    private static partial Regex Picture();
}
