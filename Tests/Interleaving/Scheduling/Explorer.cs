using System;
using System.Collections.Generic;
using System.Linq;

namespace Devmap.Tests.Interleaving.Scheduling;

/// <summary>Runs a scenario in every order of its threads' steps, with at most a number of preemptions.</summary>
/// <remarks>
/// A preemption takes the processor from a thread that could go on; switches where a thread ends or waits are free. The
/// memory is sequentially consistent: what weaker hardware reorders between atomic accesses is not explored.
/// </remarks>
internal sealed class Explorer
{
    /// <summary>No bound: every interleaving.</summary>
    public const int Unbounded = int.MaxValue;

    private readonly List<ControlledThread> _threads = new();
    private readonly int _bound;

    public Explorer(int bound) => _bound = bound;

    public ExplorationResult Explore(Func<Scenario> scenario)
    {
        var shared = new SharedLocations();
        while (true)
        {
            shared.Acknowledge();
            ExplorationResult result = Explore(scenario, shared);
            if (result.Failure is not null || !shared.HasGrown)
            {
                return result;
            }
        }
    }

    private ExplorationResult Explore(Func<Scenario> make, SharedLocations shared)
    {
        var schedule = new Schedule(_bound);
        long executions = 0;
        int depth = 0;
        do
        {
            Scenario scenario = make();
            Exception? failure = Execute(scenario, schedule, shared);
            executions++;
            depth = Math.Max(depth, schedule.Length);
            if (failure is not null)
            {
                return new ExplorationResult(executions, schedule.States, depth, failure, schedule.ToString());
            }

            // What is known now would have made more decisions of the executions before.
            if (shared.HasGrown)
            {
                break;
            }
        }
        while (schedule.Advance());

        return new ExplorationResult(executions, schedule.States, depth, Failure: null, string.Empty);
    }

    private Exception? Execute(Scenario scenario, Schedule schedule, SharedLocations shared)
    {
        while (_threads.Count < scenario.Threads.Count)
        {
            _threads.Add(new ControlledThread(_threads.Count));
        }

        ControlledThread[] threads = _threads.Take(scenario.Threads.Count).ToArray();
        schedule.Restart();
        var scheduler = new Scheduler(threads, schedule, shared, scenario.Always);
        for (int i = 0; i < threads.Length; i++)
        {
            threads[i].Prepare(scheduler, scenario.Threads[i]);
        }

        scheduler.Run();
        return scheduler.Failure ?? Check(scenario.Finally);
    }

    private static Exception? Check(Action check)
    {
        try
        {
            check();
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }
}

/// <summary>What came of an exploration.</summary>
/// <param name="Executions">Different schedules.</param>
/// <param name="States">Different prefixes of schedules: the places at which it was decided who goes on.</param>
/// <param name="Depth">The steps of the longest schedule.</param>
/// <param name="Failure">What went wrong in the last one; <see langword="null"/>: nothing ever did.</param>
/// <param name="Schedule">The schedule that failed.</param>
internal sealed record ExplorationResult(long Executions, long States, int Depth, Exception? Failure, string Schedule);
