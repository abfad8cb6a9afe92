using System;
using System.Collections.Immutable;
using System.CommandLine;
using System.IO;
using System.Linq;
using BenchmarkDotNet.Running;
using Devmap.Tests.Benchmarks.Analysis;
using Devmap.Tests.Benchmarks.Analysis.Projects;
using Devmap.Tests.Benchmarks.Analysis.Subjects;
using Devmap.Tests.Benchmarks.Runtime;

if (args is ["--footprint"])
{
    Footprint.Print();
    return 0;
}

if (args is not ["compare", ..])
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    return 0;
}

var methods = new Option<int[]>("--methods", "-m") { Description = "The sizes of the made-up projects.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = static _ => [1_000, 10_000] };
var mixes = new Option<string[]>("--mix") { Description = "Only these mixes.", AllowMultipleArgumentsPerToken = true };
mixes.AcceptOnlyFromAmong([.. Mix.All.Select(static mix => mix.Name)]);
var only = new Option<string[]>("--only") { Description = "Only these subjects, beside the empty analyzer.", AllowMultipleArgumentsPerToken = true };
only.AcceptOnlyFromAmong([.. Subject.All.Select(static subject => subject.Name)]);
var rounds = new Option<int>("--rounds", "-r") { Description = "How often each is measured.", DefaultValueFactory = static _ => 5 };
var folder = new Option<DirectoryInfo[]>("--folder", "-f") { Description = "Real sources instead of made-up projects." }.AcceptExistingOnly();
var own = new Option<bool>("--own") { Description = "The sources of the reference runtime instead of made-up projects." };
var worst = new Option<bool>("--worst") { Description = "Code that is hard to follow instead of made-up projects." };

var compare = new Command("compare", "Prints what the analyzers cost beside others, as tables.") { methods, mixes, only, rounds, folder, own, worst };
compare.SetAction(async (result, _) =>
{
    string[] wanted = result.GetValue(only) ?? [];
    ImmutableArray<Subject> subjects = [.. Subject.All.Where(subject => wanted.Length == 0 || subject == Subject.Empty || wanted.Contains(subject.Name))];
    var comparison = new Comparison(result.GetValue(rounds), subjects, result.InvocationConfiguration.Output);
    DirectoryInfo[] folders = result.GetValue(folder) ?? [];
    foreach (DirectoryInfo sources in folders)
    {
        await comparison.PrintAsync(BenchmarkProject.FromFolders(sources.Name, sources.FullName));
    }

    if (result.GetValue(own))
    {
        await comparison.PrintAsync(BenchmarkProject.Own());
    }

    foreach (WorstCase hard in result.GetValue(worst) ? WorstCase.All : [])
    {
        await comparison.PrintAsync(BenchmarkProject.Of(hard.Name, hard.Source));
    }

    if (folders.Length > 0 || result.GetValue(own) || result.GetValue(worst))
    {
        return;
    }

    string[] names = result.GetValue(mixes) ?? [];
    foreach (int size in result.GetRequiredValue(methods))
    {
        foreach (Mix mix in Mix.All.Where(mix => names.Length == 0 || names.Contains(mix.Name)))
        {
            await comparison.PrintAsync(BenchmarkProject.Generate(mix, size));
        }
    }
});
return await new RootCommand("Benchmarks.") { compare }.Parse(args).InvokeAsync();
