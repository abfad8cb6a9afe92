using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using Xunit;

namespace Devmap.Tests.Runtime.Concurrency;

/// <summary>Real threads that start together and end within a bound, or fail the test.</summary>
internal static class Crew
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    public static void Run(params Action[] members)
    {
        var failures = new ConcurrentQueue<Exception>();
        using var start = new Barrier(members.Length);
        Thread[] threads = members.Select(member => new Thread(() => Work(member)) { IsBackground = true }).ToArray();

        foreach (Thread thread in threads)
        {
            thread.Start();
        }

        foreach (Thread thread in threads)
        {
            Assert.True(thread.Join(Bound), "A thread does not come to its end.");
        }

        Assert.Empty(failures);

        void Work(Action member)
        {
            start.SignalAndWait();
            try
            {
                member();
            }
            catch (Exception failure)
            {
                failures.Enqueue(failure);
            }
        }
    }

    /// <summary>The same work on several threads.</summary>
    public static Action[] Same(int count, Action work) => Enumerable.Repeat(work, count).ToArray();
}
