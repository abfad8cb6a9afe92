using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace Devmap.Tests.Unit.Meta;

/// <summary>The table of the capabilities says nothing that no test proves.</summary>
public sealed partial class CapabilityTableTests
{
    private const int Capabilities = 37;

    private static readonly string Page = RepositoryFiles.Read("docs", "capabilities.md");

    [Fact]
    public void Every_capability_has_its_row() =>
        Assert.Equal(
            Enumerable.Range(1, Capabilities).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            Rows().Select(row => row.Groups["number"].Value));

    [Fact]
    public void Every_yes_names_a_test() =>
        Assert.All(Rows().Where(row => row.Groups["here"].Value == "yes"), row => Assert.Matches(Link(), row.Groups["text"].Value));

    [Fact]
    public void Every_test_that_is_named_exists()
    {
        var links = Link().Matches(Page);
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.Matches(
            $@"\bclass {link.Groups["name"].Value}\b[\s\S]*\[(Fact|Theory)",
            RepositoryFiles.Read(link.Groups["path"].Value.Split('/'))));
    }

    private static IEnumerable<Match> Rows() => Row().Matches(Page);

    [GeneratedRegex(@"^\| (?<number>\d+) \| [^|]+ \| (?<here>yes|partly|no) \| (?<text>.+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\[(?<name>\w+Tests)\]\(\.\./(?<path>[\w/.]+\.cs)\)")]
    private static partial Regex Link();
}
