using System;
using System.Collections.Generic;
using System.Threading;
using Devmap.Tests.Interleaving.Scheduling;
using Xunit;

namespace Devmap.Tests.Interleaving;

/// <summary>The explorer finds what there is to be found, and counts as combinatorics do.</summary>
public sealed class SchedulerTests
{
    [Theory]
    [InlineData(1, 1, 2)]
    [InlineData(2, 2, 6)]
    [InlineData(3, 4, 35)]
    public void Unbounded_RunsEveryInterleavingOnce(int first, int second, int expected)
    {
        // Each step of one thread may come before or after each of the other: a binomial coefficient.
        ExplorationResult result = new Explorer(Explorer.Unbounded).Explore(() => new Counting(first, second));

        Assert.Null(result.Failure);
        Assert.Equal(expected, result.Executions);
    }

    [Fact]
    public void NoPreemption_RunsThreadsOneAfterTheOther()
        => Assert.Equal(2, new Explorer(bound: 0).Explore(() => new Counting(5, 5)).Executions);

    [Fact]
    public void LostUpdate_IsFound_WithOnePreemption()
    {
        Assert.Null(new Explorer(bound: 0).Explore(() => new ReadThenWrite()).Failure);
        Assert.NotNull(new Explorer(bound: 1).Explore(() => new ReadThenWrite()).Failure);
    }

    [Fact]
    public void LocksInDifferentOrder_AreADeadlock()
    {
        ExplorationResult result = new Explorer(bound: 1).Explore(() => new TwoLocks());

        Assert.Contains("Deadlock", result.Failure?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WakeUpBetweenTestAndWait_IsLost()
    {
        ExplorationResult result = new Explorer(bound: 1).Explore(() => new SleepWithoutLock());

        Assert.Contains("Deadlock", result.Failure?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WaitQueue_LosesNoWakeUp()
        => Assert.Null(new Explorer(Explorer.Unbounded).Explore(() => new WaitForFlag()).Failure);

    private sealed class Counting(int first, int second) : Scenario
    {
        private int _count;

        public override IReadOnlyList<Action> Threads => [() => Add(first), () => Add(second)];

        public override void Finally() => Assert.Equal(first + second, _count);

        private void Add(int times)
        {
            for (int i = 0; i < times; i++)
            {
                Interlocked.Increment(ref _count);
            }
        }
    }

    private sealed class ReadThenWrite : Scenario
    {
        private int _count;

        public override IReadOnlyList<Action> Threads => [Add, Add];

        public override void Finally() => Assert.Equal(2, _count);

        private void Add()
        {
            int seen = Volatile.Read(ref _count);
            Volatile.Write(ref _count, seen + 1);
        }
    }

    private sealed class TwoLocks : Scenario
    {
        private readonly object _left = new();
        private readonly object _right = new();

        public override IReadOnlyList<Action> Threads => [() => Both(_left, _right), () => Both(_right, _left)];

        public override void Finally()
        {
        }

        private static void Both(object first, object second)
        {
            lock (first)
            {
                lock (second)
                {
                }
            }
        }
    }

    private sealed class SleepWithoutLock : Scenario
    {
        private readonly object _gate = new();
        private bool _ready;

        public override IReadOnlyList<Action> Threads => [Sleep, Wake];

        public override void Finally()
        {
        }

        private void Sleep()
        {
            if (!Volatile.Read(ref _ready))
            {
                lock (_gate)
                {
                    Monitor.Wait(_gate, Timeout.Infinite);
                }
            }
        }

        private void Wake()
        {
            Volatile.Write(ref _ready, true);
            lock (_gate)
            {
                Monitor.PulseAll(_gate);
            }
        }
    }

    private sealed class WaitForFlag : Scenario
    {
        private readonly WaitQueue _queue = new();
        private int _ready;

        public override IReadOnlyList<Action> Threads =>
        [
            () => _queue.Wait(() => Volatile.Read(ref _ready) != 0, Timeout.InfiniteTimeSpan, CancellationToken.None),
            () =>
            {
                Interlocked.Exchange(ref _ready, 1);
                _queue.WakeAll();
            },
        ];

        public override void Finally() => Assert.Equal(1, _ready);
    }
}
