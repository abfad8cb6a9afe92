using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Devmap;
using Scenarios;
using Scenarios.Drawing;

// list                          what there is
// run  [id|all] [era|all]       plays, and prints what was seen
// draw id era [table|mermaid|svg] [file]
string[] words = args.Length == 0 ? new[] { "list" } : args;
switch (words[0])
{
    case "list":
        Terminal.List(Book.All);
        return 0;
    case "run":
        return Run(Word(1, "all"), Word(2, "kernels"));
    case "draw":
        return Draw(Word(1, ""), Word(2, "5.15"), Word(3, "table"), Word(4, ""));
    default:
        return Usage();
}

int Run(string id, string eraName)
{
    IReadOnlyList<Scenario> scenarios = id == "all" ? Book.All : Book.Find(id) is { } one ? new[] { one } : Array.Empty<Scenario>();
    IReadOnlyList<string> eras = eraName == "kernels" ? Eras.Kernels : eraName == "all" ? Eras.All : new[] { eraName };
    if (scenarios.Count == 0 || eras.Any(name => Eras.Find(name) is null))
    {
        return Usage();
    }

    var outcomes = new List<(Scenario, string, Outcome)>();
    foreach (Scenario scenario in scenarios)
    {
        foreach (string name in eras)
        {
            (Outcome outcome, Timeline timeline) = scenario.Run(Eras.Find(name)!);
            outcomes.Add((scenario, name, outcome));
            if (scenarios.Count == 1)
            {
                Terminal.Show($"{scenario.Id} in {name}: {scenario.Claim}", timeline);
            }
        }
    }

    Terminal.Show(outcomes);
    return 0;
}

int Draw(string id, string eraName, string format, string file)
{
    if (Book.Find(id) is not { } scenario || Eras.Find(eraName) is not { } era)
    {
        return Usage();
    }

    (Outcome outcome, Timeline timeline) = scenario.Run(era);
    string title = $"{scenario.Id} in {eraName}: {outcome.Seen}";
    if (format == "table")
    {
        Terminal.Show(title, timeline);
        return 0;
    }

    string drawing = format == "svg" ? Svg.Draw(title, timeline) : Mermaid.Draw(timeline);
    if (file.Length == 0)
    {
        Console.Write(drawing);
    }
    else
    {
        File.WriteAllText(file, drawing);
    }

    return 0;
}

string Word(int index, string otherwise) => index < words.Length ? words[index] : otherwise;

int Usage()
{
    Console.Error.WriteLine($"list | run [S1..S20|all] [{string.Join('|', Eras.All)}|kernels|all] | draw S1..S20 era [table|mermaid|svg] [file]");
    return 2;
}
