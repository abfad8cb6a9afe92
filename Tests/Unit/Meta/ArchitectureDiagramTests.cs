using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace Devmap.Tests.Unit.Meta;

/// <summary>The diagram of the architecture has the folders that there are, and the arrows that their sources draw.</summary>
public sealed partial class ArchitectureDiagramTests
{
    /// <summary>Folders that nothing depends on by name.</summary>
    private static readonly string[] Helpers = ["Polyfills"];

    private static readonly string Diagram =
        CodeBlock.In(RepositoryFiles.Read("docs", "architecture.md")).Single(block => block.Language == "mermaid").Text;

    [Fact]
    public void Its_boxes_are_the_folders_of_the_analyzers() =>
        Assert.Equal(
            RepositoryFiles.FoldersIn("Analyzers").Except(Helpers).Order(StringComparer.Ordinal),
            Box().Matches(Diagram).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));

    /// <summary>An arrow says that sources of the one folder use the namespace of the other.</summary>
    [Fact]
    public void Its_arrows_are_the_uses_between_them() =>
        Assert.Equal(
            Uses().Distinct().Order(StringComparer.Ordinal),
            Arrow().Matches(Diagram).SelectMany(Edges).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Edges(Match arrow) =>
        arrow.Groups[2].Value.Split('&', StringSplitOptions.TrimEntries).Select(target => $"{arrow.Groups[1].Value} --> {target}");

    private static IEnumerable<string> Uses() =>
        from path in RepositoryFiles.SourcesIn("Analyzers")
        let text = File.ReadAllText(path)
        let folder = Namespace().Match(text).Groups[1].Value
        where folder.Length > 0
        from Match use in Using().Matches(text)
        where use.Groups[1].Value != folder
        select $"{folder} --> {use.Groups[1].Value}";

    [GeneratedRegex(@"^ +([A-Z]\w*)\[", RegexOptions.Multiline)]
    private static partial Regex Box();

    [GeneratedRegex(@"^ +([A-Z]\w*) --> (.+)$", RegexOptions.Multiline)]
    private static partial Regex Arrow();

    [GeneratedRegex(@"^namespace Devmap\.Analyzers\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^using (?:static |\w+ = )?Devmap\.Analyzers\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex Using();
}
