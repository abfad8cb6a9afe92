using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Devmap.Tests.Differential.Execution;
using Devmap.Tests.Differential.Generation;
using Devmap.Tests.Differential.Language;

namespace Devmap.Tests.Differential.Trials;

/// <summary>Generates programs, asks the interpreter and the analyzer, and counts.</summary>
internal static class Trial
{
    /// <summary>Programs in one compilation: enough for its cost to vanish, few enough to stay in the cache.</summary>
    private const int BatchSize = 400;

    private const int MaxExecutions = 4000;

    /// <param name="name">What the table is called.</param>
    /// <param name="loops">Whether programs have loops.</param>
    /// <param name="firstSeed">The seed of the first program; the next has the next.</param>
    /// <param name="count">How many programs.</param>
    /// <param name="progress">Told after each batch.</param>
    public static async Task<Tally> RunAsync(string name, bool loops, int firstSeed, int count, System.Action<Tally>? progress = null)
    {
        var tally = new Tally(name);
        for (int start = 0; start < count; start += BatchSize)
        {
            int[] seeds = [.. Enumerable.Range(firstSeed + start, System.Math.Min(BatchSize, count - start))];
            var programs = seeds.AsParallel().AsOrdered()
                .Select(seed => (Seed: seed, Method: Generator.Generate(seed, loops)))
                .Select(program => (program.Seed, program.Method, Truth: Interpreter.Run(program.Method, MaxExecutions)))
                .ToList();
            tally.Skipped += programs.RemoveAll(static program => program.Truth is null);
            Opinion[] opinions = await Subject.AskAsync([.. programs.Select(static program => program.Method)]);
            for (int i = 0; i < opinions.Length; i++)
            {
                var (seed, method, truth) = programs[i];
                tally.Add(truth!, opinions[i], Disagreement.Between(seed, method, truth!, opinions[i]));
            }

            progress?.Invoke(tally);
        }

        return tally;
    }

    /// <summary>The smallest program that shows the same.</summary>
    public static async Task<Disagreement> ShrinkAsync(Disagreement disagreement)
    {
        Disagreement smallest = disagreement;
        for (int round = 0; round < 200; round++)
        {
            var candidates = Shrinker.Smaller(smallest.Method)
                .Select(static method => (Method: method, Truth: Interpreter.Run(method, MaxExecutions)))
                .Where(static candidate => candidate.Truth is not null)
                .ToList();
            Opinion[] opinions = await Subject.AskAsync([.. candidates.Select(static candidate => candidate.Method)]);
            Disagreement? next = Enumerable.Range(0, candidates.Count)
                .Where(i => !opinions[i].Problems.Any(static problem => problem.Contains("error CS")))
                .Select(i => Disagreement.Between(disagreement.Seed, candidates[i].Method, candidates[i].Truth!, opinions[i]))
                .Where(found => found is not null && found.IsLike(disagreement))
                .MinBy(static found => Printer.Print(found!.Method).Length);
            if (next is null)
            {
                break;
            }

            smallest = next;
        }

        return smallest;
    }
}
