using System;
using System.Collections.Generic;
using System.Linq;
using Scenarios;
using Scenarios.Drawing;
using Xunit;

namespace Devmap.Tests.Runtime.Scenarios;

/// <summary>Every claim of the thread, in every era.</summary>
public sealed class ScenarioTests
{
    // Whether the claim is seen to hold: 5.15, 6.1, 6.5, 6.15, counted entries, extra reference removed.
    public static TheoryData<string, string> Expected => new()
    {
        { "S1", "+++--+" },
        { "S2", "---++-" },
        { "S3", "---++-" },
        { "S4", "---++-" },
        { "S5", "---++-" },
        { "S6", "++++++" },
        { "S7", "+++--+" },
        { "S8", "+++--+" },
        { "S9", "+++--+" },
        { "S10", "---++-" },
        { "S11", "++++++" },
        { "S12", "---++-" },
        { "S13", "---++-" },
        { "S14", "---++-" },
        { "S15", "--++--" },
        { "S16", "---++-" },
        { "S17", "---++-" },
        { "S18", "++++++" },
        { "S19", "++++--" },
        { "S20", "+++--+" },
    };

    [Theory]
    [MemberData(nameof(Expected))]
    public void Claim_HoldsInTheseEras(string id, string eras)
    {
        Scenario scenario = Book.Find(id)!;

        string seen = string.Concat(Eras.All.Select(name => scenario.Run(Eras.Find(name)!).Outcome.Holds ? '+' : '-'));

        Assert.Equal(eras, seen);
    }

    [Theory]
    [InlineData("S1", "5.15", "special True, devmap True, vm_normal_page finds nothing")]
    [InlineData("S3", "6.15", "above idle: 1 mapped, 2 with the child, 0 after zap")]
    [InlineData("S7", "5.15", "physical count 1, logical 0, one entry: I1 is broken")]
    [InlineData("S7", "6.15", "physical count 1, logical 1, one entry")]
    [InlineData("S7", "extra-reference-removed", "physical count 0, logical 0, one entry: I1 is broken")]
    [InlineData("S8", "5.15", "gone; the next read touches removed memory")]
    [InlineData("S8", "6.15", "waits for 1 mapping")]
    [InlineData("S9", "extra-reference-removed", "mapped at count 0, so a pin fails with ENOMEM")]
    [InlineData("S13", "counted-entries", "waits until the entry is zapped; in bulk as well")]
    [InlineData("S13", "6.15", "waits until the entry is zapped; kernels since v5.18 release in bulk and do not")]
    [InlineData("S19", "6.1", "refused: EOPNOTSUPP; allowed: truncate ETIMEDOUT; page cache: truncate None")]
    [InlineData("S20", "6.15", "EOPNOTSUPP without the bit: the folio is asked")]
    [InlineData("S20", "counted-entries", "pinned: without the bit nobody refuses")]
    public void Seen_InDetail(string id, string era, string seen) => Assert.Equal(seen, Book.Find(id)!.Run(Eras.Find(era)!).Outcome.Seen);

    [Fact]
    public void Book_HasEveryClaim_Once()
    {
        Assert.Equal(Enumerable.Range(1, 20).Select(number => $"S{number}"), Book.All.Select(scenario => scenario.Id));
        Assert.All(Book.All, scenario => Assert.NotEmpty(scenario.Claim));
    }

    [Fact]
    public void Mermaid_HasAnArrowForEachStep()
    {
        Timeline timeline = Book.Find("S3")!.Run(Era.Linux615).Timeline;

        string[] lines = Mermaid.Draw(timeline).Split('\n');

        Assert.Equal("sequenceDiagram", lines[0]);
        Assert.Equal(timeline.Steps.Count, lines.Count(line => line.Contains("->>page: ", StringComparison.Ordinal)));
        Assert.Contains("    Note right of page: ref 2, map 2, pin 0, pgmap 9", lines);
    }

    [Fact]
    public void Svg_IsXml_AndShowsEachStep()
    {
        Timeline timeline = Book.Find("S8")!.Run(Era.Linux515).Timeline;

        System.Xml.Linq.XDocument drawing = System.Xml.Linq.XDocument.Parse(Svg.Draw("a < b", timeline));

        IEnumerable<string> texts = drawing.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value);
        Assert.Contains("a < b", texts);
        Assert.All(timeline.Steps, step => Assert.Contains($"{step.Actor} {step.What}", texts));
        Assert.Equal(4, drawing.Descendants().Count(element => element.Name.LocalName == "polyline"));
    }
}
