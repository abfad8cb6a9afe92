using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Devmap.Tests.Unit.Meta;
using Xunit;

namespace Devmap.Tests.Unit.KernelHistory;

/// <summary>The table says of each row what catches it, and what it links is there and says the same.</summary>
public sealed partial class KernelHistoryPageTests
{
    private static readonly string Page = RepositoryFiles.Read("docs", "kernel-history.md");

    [Fact]
    public void Every_row_of_the_catalogue_is_there()
    {
        IEnumerable<string> expected = Enumerable.Range(1, 51).SelectMany(row => row == 15 ? ["15", "15b"] : new[] { row.ToString(System.Globalization.CultureInfo.InvariantCulture) });

        Assert.Equal(expected, Rows().Select(row => row.Groups["number"].Value));
    }

    [Fact]
    public void What_a_rule_catches_is_marked_in_its_case()
    {
        List<Match> caught = Rows().Where(row => row.Groups["rule"].Value != "run").ToList();

        Assert.All(caught, row =>
        {
            string name = Link().Match(row.Groups["links"].Value).Groups["name"].Value;
            Assert.StartsWith(row.Groups["number"].Value.PadLeft(2, '0') + "-", name);
            Assert.Contains($"// EXPECT {row.Groups["rule"].Value}", KernelHistoryTests.Read(name));
            Assert.DoesNotContain("// EXPECT", KernelHistoryTests.Read(name.Replace(".before", ".after")));
        });
        Assert.Equal(KernelHistoryTests.Cases.Count, caught.Count * 2);
    }

    [Fact]
    public void What_the_runtime_shows_is_a_test_that_names_the_row() => Assert.All(
        Rows().Where(row => row.Groups["rule"].Value == "run"),
        row =>
        {
            string path = RunLink().Match(row.Groups["links"].Value).Groups["path"].Value;
            Assert.Matches($@"\brows? ([\w, ]+ and )?{row.Groups["number"].Value}\b|Rows [\w, ]*\b{row.Groups["number"].Value}\b", RepositoryFiles.Read(path.Split('/')).Replace("Row", "row"));
        });

    [Fact]
    public void The_counts_are_those_of_the_table()
    {
        int run = Rows().Count(row => row.Groups["rule"].Value == "run");

        Assert.Contains($"{Rows().Count()} rows: {Rows().Count() - run} are caught by a rule, {run} are shown by a run, none is missed.", Page);
    }

    private static IEnumerable<Match> Rows() => Row().Matches(Page);

    [GeneratedRegex(@"^\| (?<number>\d+b?) \| [^|]+ \| (?<rule>DVM\d{4}|run) \| (?<links>.+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\[before\]\(\.\./Tests/Unit/KernelHistory/Cases/(?<name>[\w.-]+)\.cs\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\(\.\./(?<path>Tests/Runtime/KernelHistory/\w+\.cs)\)")]
    private static partial Regex RunLink();
}
