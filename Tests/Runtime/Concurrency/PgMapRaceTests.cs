using System;
using System.Linq;
using System.Threading;
using Xunit;

namespace Devmap.Tests.Runtime.Concurrency;

public sealed class PgMapRaceTests
{
    private const int Rounds = 200;
    private const int Threads = 3;
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(30);

    [Fact]
    public void PercpuRef_KillAgainstTryGetLive_ReleasesOnce()
    {
        for (int round = 0; round < Rounds; round++)
        {
            int released = 0;
            var reference = new PercpuRef(() => Interlocked.Increment(ref released));
            Crew.Run(Crew.Same(Threads, () =>
            {
                while (reference.TryGetLive())
                {
                    Assert.Equal(0, Volatile.Read(ref released));
                    reference.Put();
                }
            }).Append(reference.Kill).ToArray());

            Assert.Equal(1, released);
            Assert.True(reference.IsZero);
        }
    }

    [Fact]
    public void GetDevPagemap_AgainstTeardown_NeverTouchesRemovedMemory()
    {
        var memory = new PhysicalMemory(ramPages: 0);
        for (int round = 0; round < Rounds; round++)
        {
            PgMap pgmap = Machine.MapDevice(memory);
            Page page = Machine.PageOf(memory, 0);
            Crew.Run(Crew.Same(Threads, () =>
            {
                while (memory.GetDevPagemap(Machine.DeviceStart) is { } held)
                {
                    page.WriteByte(0, 1);
                    held.Put();
                }
            }).Append(() => Assert.True(memory.MemUnmapPages(pgmap, Enough).IsComplete)).ToArray());

            Assert.Equal(0, pgmap.RefCount);
        }
    }

    [Theory]
    [MemberData(nameof(Machine.EraNames), MemberType = typeof(Machine))]
    public void GetPage_AgainstTeardown_NeverTouchesRemovedMemory(string era)
    {
        var memory = new PhysicalMemory(0, Machine.EraOf(era));
        for (int round = 0; round < Rounds; round++)
        {
            DaxFile file = Machine.CreateFile(memory);
            Crew.Run(Crew.Same(Threads, () =>
            {
                while (file.GetPage(0) is { } page)
                {
                    page.WriteByte(0, 1);
                    page.Put();
                }
            }).Append(() => Assert.True(memory.MemUnmapPages(file.Device.PgMap, Enough).IsComplete)).ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(Machine.EraNames), MemberType = typeof(Machine))]
    public void PinAgainstUnplug_EndsWithNobodyHolding(string era)
    {
        var memory = new PhysicalMemory(0, Machine.EraOf(era));
        for (int round = 0; round < Rounds / 2; round++)
        {
            DaxFile file = Machine.CreateFile(memory);
            var space = new AddressSpace(memory);
            Vma vma = file.Map(space, 4);
            Crew.Run(Crew.Same(Threads, () =>
            {
                var pages = new Page[4];
                for (int pinned = 1; pinned > 0;)
                {
                    pinned = space.PinUserPages(vma.Start, 4, GupFlags.Write, pages);
                    for (int i = 0; i < pinned; i++)
                    {
                        pages[i].WriteByte(0, 1);
                    }

                    space.UnpinUserPages(pages, Math.Max(pinned, 0));
                }
            }).Append(() =>
            {
                file.Device.Kill();
                file.UnmapAll();
                Assert.True(memory.MemUnmapPages(file.Device.PgMap, Enough).IsComplete);
            }).ToArray());

            Assert.Equal(0, space.ResidentPages);
        }
    }
}
