using System;
using System.Linq;
using System.Threading;
using Xunit;

namespace Devmap.Tests.Runtime.Concurrency;

/// <summary>The count of a living <see cref="PercpuRef"/> lies on several processors, and is one count all the same.</summary>
public sealed class PercpuRefRaceTests
{
    private const int Rounds = 20_000;
    private const int Threads = 4;

    [Fact]
    public void TakenByOneThread_GivenUpByAnother_AddsUp()
    {
        var reference = new PercpuRef(() => { });
        using var taken = new SemaphoreSlim(0);

        Crew.Run(
            () =>
            {
                for (int i = 0; i < Rounds; i++)
                {
                    reference.Get();
                    taken.Release();
                }
            },
            () =>
            {
                for (int i = 0; i < Rounds; i++)
                {
                    taken.Wait();
                    reference.Put();
                }
            });

        Assert.Equal(1, reference.Count);
        Assert.Throws<ReferenceCountException>(reference.Put);
    }

    [Fact]
    public void SurplusPuts_AreAllCaught_WhereverTheReferencesWereTaken()
    {
        var reference = new PercpuRef(() => { });
        Crew.Run(Crew.Same(Threads, () =>
        {
            for (int i = 0; i < Rounds; i++)
            {
                Assert.True(reference.TryGetLive());
            }
        }));

        int caught = 0;
        Crew.Run(Crew.Same(Threads, () =>
        {
            for (int i = 0; i < Rounds + 100; i++)
            {
                try
                {
                    reference.Put();
                }
                catch (ReferenceCountException)
                {
                    Interlocked.Increment(ref caught);
                }
            }
        }));

        Assert.Equal(Threads * 100, caught);
        Assert.Equal(1, reference.Count);
    }

    [Fact]
    public void KillAmongPutsOfLivingReferences_ReleasesOnce_AfterTheLast()
    {
        for (int round = 0; round < 200; round++)
        {
            int released = 0;
            var reference = new PercpuRef(() => Interlocked.Increment(ref released));
            for (int i = 0; i < Threads * 10; i++)
            {
                reference.Get();
            }

            Crew.Run(Crew.Same(Threads, () =>
            {
                for (int i = 0; i < 10; i++)
                {
                    Assert.Equal(0, Volatile.Read(ref released));
                    reference.Put();
                }
            }).Append(reference.Kill).ToArray());

            Assert.Equal(1, released);
            Assert.Equal(0, reference.Count);
        }
    }
}
