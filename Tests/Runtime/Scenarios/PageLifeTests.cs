using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Scenarios;
using Scenarios.Drawing;
using Xunit;

namespace Devmap.Tests.Runtime.Scenarios;

/// <summary>The table and the pictures of <c>docs/guides/page-life.md</c> are what the library does.</summary>
public sealed class PageLifeTests
{
    [Fact]
    public void Table_HasTheCountsOfEachEra()
    {
        string[][] columns = [LifeIn(Era.Linux515), LifeIn(Era.Linux61), LifeIn(Era.Linux615)];
        string[] steps =
        [
            "idle",
            "a process writes to it",
            "the process forks, and the child reads",
            "it is pinned",
            "it is unpinned, and the child ends",
            "the process unmaps the file",
        ];

        IEnumerable<string> rows = steps.Select((step, index) => $"| {step} | {string.Join(" | ", columns.Select(column => column[index]))} |");

        Assert.Equal(rows, Read("page-life.md").Split('\n').Where(line => steps.Any(step => line.StartsWith($"| {step} |", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("5.15", "s8-linux-5.15.svg")]
    [InlineData("6.15", "s8-linux-6.15.svg")]
    public void Picture_IsWhatTheScenarioDraws(string era, string file)
    {
        (Outcome outcome, Timeline timeline) = Book.Find("S8")!.Run(Eras.Find(era)!);

        Assert.Equal(Read(file), Svg.Draw($"S8 in {era}: {outcome.Seen}", timeline));
    }

    private static string[] LifeIn(Era era)
    {
        var stage = new Stage(era);
        var cells = new List<string>();
        Note();
        stage.Process.WriteByte(stage.Vma.Start, 1);
        Note();
        AddressSpace child = stage.Process.Fork();
        child.ReadByte(stage.Vma.Start, out _);
        Note();
        var pages = new Page[1];
        int pinned = stage.Process.PinUserPages(stage.Vma.Start, 1, GupFlags.Write, pages);
        Note();
        stage.Process.UnpinUserPages(pages, pinned);
        child.UnmapEverything();
        Note();
        stage.Process.Unmap(stage.Vma);
        Note();
        return [.. cells];

        void Note() => cells.Add($"{stage.Counts.References}, {stage.Counts.Mappings}");
    }

    private static string Read(string name)
    {
        using Stream file = typeof(PageLifeTests).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }
}
