using System.Collections.Generic;
using Spectre.Console;

namespace Scenarios.Drawing;

/// <summary>Timelines and outcomes as tables in the terminal.</summary>
public static class Terminal
{
    private const int PlainWidth = 160;

    // A file or a pipe has no width of its own, and no colours.
    static Terminal()
    {
        if (System.Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = PlainWidth;
            AnsiConsole.Profile.Capabilities.Ansi = false;
        }
    }

    public static void Show(string title, Timeline timeline)
    {
        Table table = new Table().Title(Markup.Escape(title)).Border(TableBorder.Simple);
        foreach (string column in new[] { "who", "what", "answer", "refs", "maps", "pins", "pgmap" })
        {
            table.AddColumn(column);
        }

        foreach (TimelineStep step in timeline.Steps)
        {
            table.AddRow(
                Markup.Escape(step.Actor),
                Markup.Escape(step.What),
                Markup.Escape(step.Result),
                Change(step.Before.References, step.After.References),
                Change(step.Before.Mappings, step.After.Mappings),
                Change(step.Before.Pins, step.After.Pins),
                Change(step.Before.PgMapReferences, step.After.PgMapReferences));
        }

        AnsiConsole.Write(table);
    }

    public static void Show(IEnumerable<(Scenario Scenario, string Era, Outcome Outcome)> outcomes)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumn("id").AddColumn("era").AddColumn("claim").AddColumn("seen");
        foreach ((Scenario scenario, string era, Outcome outcome) in outcomes)
        {
            table.AddRow(scenario.Id, era, outcome.Holds ? "holds" : "does not", Markup.Escape(outcome.Seen));
        }

        AnsiConsole.Write(table);
    }

    public static void List(IEnumerable<Scenario> scenarios)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumn("id").AddColumn("who").AddColumn("claim");
        foreach (Scenario scenario in scenarios)
        {
            table.AddRow(scenario.Id, Markup.Escape(scenario.Speaker), Markup.Escape(scenario.Claim));
        }

        AnsiConsole.Write(table);
    }

    private static string Change(long before, long after) => before == after ? $"{after}" : $"{before} → {after}";
}
