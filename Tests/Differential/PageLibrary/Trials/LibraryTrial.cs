using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Devmap.Tests.Differential.Execution;
using Devmap.Tests.Differential.PageLibrary.Execution;
using Devmap.Tests.Differential.PageLibrary.Generation;
using Devmap.Tests.Differential.PageLibrary.Language;
using Devmap.Tests.Differential.Trials;

namespace Devmap.Tests.Differential.PageLibrary.Trials;

/// <summary>Generates programs over the library, runs them, has them analysed, and compares.</summary>
internal static class LibraryTrial
{
    /// <summary>Programs in one compilation: enough for its cost to vanish.</summary>
    private const int BatchSize = 400;

    private const int MaxExecutions = 1000;

    /// <param name="firstSeed">The seed of the first program; the next has the next.</param>
    /// <param name="count">How many programs.</param>
    /// <param name="defects">What the kernel that they are run on does wrong.</param>
    /// <param name="option">What is configured for their analysis; <see langword="null"/>: nothing.</param>
    public static async Task<Figures> RunAsync(int firstSeed, int count, KernelDefects defects = KernelDefects.None, (string Key, string Value)? option = null)
    {
        var figures = new Figures();
        for (int start = 0; start < count; start += BatchSize)
        {
            int[] seeds = [.. Enumerable.Range(firstSeed + start, Math.Min(BatchSize, count - start))];
            PageProgram[] programs = [.. seeds.Select(ProgramGenerator.Generate)];
            foreach (Comparison comparison in await CompareAsync(seeds, programs, figures, defects, option))
            {
                figures.Add(comparison);
            }
        }

        return figures;
    }

    /// <summary>The smallest program that shows the same.</summary>
    public static async Task<Comparison> ShrinkAsync(Comparison disagreement)
    {
        Comparison smallest = disagreement;
        for (int round = 0; round < 200; round++)
        {
            PageProgram[] candidates = [.. ProgramShrinker.Smaller(smallest.Program)];
            Opinion[] opinions = await ProgramAnalysis.AskAsync(candidates);
            candidates = [.. candidates.Where((_, i) => !opinions[i].Problems.Exists(static problem => problem.Contains("error CS")))];
            int[] seeds = [.. candidates.Select(_ => disagreement.Seed)];
            Comparison? next = (await CompareAsync(seeds, candidates, new Figures(), KernelDefects.None, null))
                .Where(found => found.IsDisagreement && found.IsLike(disagreement))
                .MinBy(static found => ProgramWriter.Print(found.Program).Length);
            if (next is null)
            {
                break;
            }

            smallest = next;
        }

        return smallest;
    }

    private static async Task<List<Comparison>> CompareAsync(int[] seeds, PageProgram[] programs, Figures figures, KernelDefects defects, (string Key, string Value)? option)
    {
        var comparisons = new List<Comparison>();
        HashSet<Mistake>?[] truths = ProgramRunner.Run(programs, MaxExecutions, defects);
        Opinion[] opinions = await ProgramAnalysis.AskAsync(programs, option);
        for (int i = 0; i < programs.Length; i++)
        {
            if (truths[i] is { } truth)
            {
                comparisons.Add(new Comparison(seeds[i], programs[i], truth, opinions[i]));
            }
            else
            {
                figures.Skipped++;
            }
        }

        return comparisons;
    }
}
