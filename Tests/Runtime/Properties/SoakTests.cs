using System;
using System.Linq;
using Devmap.Tests.Runtime.Concurrency;
using Xunit;

namespace Devmap.Tests.Runtime.Properties;

/// <summary>The same deeds on real threads, all at once, many times over.</summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    private const int Threads = 4;
    private const int StepsEach = 25_000;

    [Theory]
    [MemberData(nameof(Machine.EraNames), MemberType = typeof(Machine))]
    public void ManyThreads_LeaveNothingBehind(string era)
    {
        var world = new World(Machine.EraOf(era));
        int seed = 0;

        Crew.Run(Crew.Same(Threads, () =>
        {
            var random = new Random(System.Threading.Interlocked.Increment(ref seed));
            var actor = new Actor(world);
            for (int i = 0; i < StepsEach; i++)
            {
                actor.Do(RandomOperationTests.StepOf(random.Next()));
            }

            actor.End();
        }));

        world.AssertIdle();
        output.WriteLine($"figures: soak: {era}: {Threads} threads, {Threads * StepsEach} operations, every count back at idle");
    }
}
