using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Devmap.Tests.Benchmarks.Analysis.Projects;
using Devmap.Tests.Benchmarks.Analysis.Subjects;

namespace Devmap.Tests.Benchmarks.Analysis;

/// <summary>
/// The table of <c>docs/performance.md</c>: each of the subjects on each of the projects, in turns, so that whatever else the
/// machine does meets all of them.
/// </summary>
internal sealed class Comparison(int rounds, ImmutableArray<Subject> subjects, TextWriter output)
{
    // By then what runs often has been compiled again, with what was learnt of it.
    private const int WarmUpMethods = 10_000;

    public async Task PrintAsync(BenchmarkProject project)
    {
        await output.WriteLineAsync($"{project.Name}, {project.Methods.ToString("N0", CultureInfo.InvariantCulture)} methods");
        await output.WriteLineAsync();
        await output.WriteLineAsync("| who | processor time | beside the empty analyzer | in the analyzers | of the compile time | allocated | reports |");
        await output.WriteLineAsync("|---|---|---|---|---|---|---|");

        var compiler = new List<Measurement>();
        var measured = subjects.ToDictionary(static subject => subject, static _ => new List<Measurement>());

        int warmUp = Math.Clamp(WarmUpMethods / project.Methods, 1, 10);
        for (int round = 0; round < warmUp + rounds; round++)
        {
            compiler.Add(Measurement.OfCompiler(project));
            foreach (Subject subject in subjects)
            {
                measured[subject].Add(await Measurement.OfAsync(project, subject, concurrent: false));
            }
        }

        compiler.RemoveRange(0, warmUp);
        foreach (List<Measurement> runs in measured.Values)
        {
            runs.RemoveRange(0, warmUp);
        }

        double compile = Median(compiler, static m => m.Elapsed.TotalMilliseconds);
        double empty = measured.TryGetValue(Subject.Empty, out List<Measurement>? baseline) ? Median(baseline, static m => m.Elapsed.TotalMilliseconds) : double.NaN;
        await output.WriteLineAsync($"| the compiler | {Milliseconds(compile)} | | | | {Megabytes(Median(compiler, static m => m.Allocated))} | |");
        foreach (Subject subject in subjects)
        {
            List<Measurement> runs = measured[subject];
            double elapsed = Median(runs, static m => m.Elapsed.TotalMilliseconds);
            double inAnalyzers = Median(runs, static m => m.InAnalyzers.TotalMilliseconds);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"| {subject.Name} | {Milliseconds(elapsed)} | {elapsed / empty:0.00} | {Milliseconds(inAnalyzers)} | {inAnalyzers / compile:0.0 %} | {Megabytes(Median(runs, static m => m.Allocated))} | {runs[0].Diagnostics.Length} |"));
        }

        await output.WriteLineAsync();
    }

    private static double Median(List<Measurement> runs, Func<Measurement, double> value)
    {
        double[] sorted = [.. runs.Select(value).Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Milliseconds(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:#,0.0} ms");

    private static string Megabytes(double bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:#,0.0} MB");
}
