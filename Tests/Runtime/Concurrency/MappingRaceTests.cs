using System;
using System.Linq;
using System.Threading;
using Xunit;

namespace Devmap.Tests.Runtime.Concurrency;

public sealed class MappingRaceTests
{
    private const int Rounds = 200;
    private const int Threads = 3;
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(30);

    [Fact]
    public void FaultsOnOneEntry_FillItOnce()
    {
        for (int round = 0; round < Rounds; round++)
        {
            var memory = new PhysicalMemory(ramPages: 8);
            DaxFile file = Machine.CreateFile(memory);
            var space = new AddressSpace(memory);
            Vma dax = file.Map(space, 1);
            Vma anonymous = space.Map(1, VmFlags.Read | VmFlags.Write);

            Crew.Run(Crew.Same(Threads, () =>
            {
                Assert.Equal(Errno.None, space.WriteByte(dax.Start, 1));
                Assert.Equal(Errno.None, space.WriteByte(anonymous.Start, 1));
            }));

            Page page = Machine.PageOf(memory, 0);
            Assert.Equal((1, 1), (page.RefCount, page.MapCount));
            Assert.Equal(7, memory.FreePages);
            Assert.Equal(2, space.ResidentPages);
        }
    }

    [Fact]
    public void WritesToAPrivateMapping_CopyOnce()
    {
        for (int round = 0; round < Rounds; round++)
        {
            var memory = new PhysicalMemory(ramPages: 8);
            DaxFile file = Machine.CreateFile(memory);
            var space = new AddressSpace(memory);
            Vma vma = file.Map(space, 1, VmFlags.Read | VmFlags.Write);
            space.ReadByte(vma.Start, out _);

            Crew.Run(Crew.Same(Threads, () => Assert.Equal(Errno.None, space.WriteByte(vma.Start, 1))));

            Assert.Equal(0, Machine.PageOf(memory, 0).RefCount);
            Assert.Equal(7, memory.FreePages);
            Assert.Equal(1, space.ResidentPages);
        }
    }

    [Fact]
    public void FaultsAgainstZap_LeaveNothingBehind()
    {
        var memory = new PhysicalMemory(ramPages: 4);
        var space = new AddressSpace(memory);
        Vma vma = space.Map(2, VmFlags.Read | VmFlags.Write);

        Crew.Run(Crew.Same(Threads, () =>
        {
            for (int i = 0; i < Rounds * 10; i++)
            {
                Assert.Equal(Errno.None, space.WriteByte(vma.End - 1, 1));
                Assert.Equal(Errno.None, space.Zap(vma));
            }
        }));

        Assert.Equal(0, space.ResidentPages);
        Assert.Equal(4, memory.FreePages);
    }

    [Fact]
    public void MapAndUnmap_OnManyThreads_NeverMixMappingsUp()
    {
        var memory = new PhysicalMemory(ramPages: 64);
        var space = new AddressSpace(memory);
        int next = 0;

        Crew.Run(Crew.Same(Threads, () =>
        {
            byte mark = (byte)Interlocked.Increment(ref next);
            for (int i = 0; i < Rounds * 5; i++)
            {
                Vma vma = space.Map(1, VmFlags.Read | VmFlags.Write);
                Assert.Equal(Errno.None, space.WriteByte(vma.Start, mark));
                Assert.Equal(Errno.None, space.ReadByte(vma.Start, out byte read));
                Assert.Equal(mark, read);
                Assert.Equal(Errno.None, space.Unmap(vma));
            }
        }));

        Assert.Equal(64, memory.FreePages);
    }

    [Theory]
    [MemberData(nameof(Machine.EraNames), MemberType = typeof(Machine))]
    public void PinAgainstTruncate_NoPageIsFreedWhileItIsPinned(string era)
    {
        var memory = new PhysicalMemory(0, Machine.EraOf(era));
        for (int round = 0; round < Rounds / 2; round++)
        {
            var device = new DaxDevice(Machine.MapDevice(memory));
            DaxFile file = Machine.CreateFile(device, 4);
            var space = new AddressSpace(memory);
            Vma vma = file.Map(space, 4);
            Crew.Run(Crew.Same(Threads, () =>
            {
                var pages = new Page[1];
                while (space.PinUserPages(vma.Start, 1, GupFlags.Write, pages) == 1)
                {
                    Assert.Equal(4, file.PageCount);
                    space.UnpinUserPages(pages, 1);
                }
            }).Append(() => Assert.Equal(Errno.None, file.Truncate(0, Enough))).ToArray());

            Assert.Equal(8, device.FreeBlocks);
            Assert.True(memory.MemUnmapPages(device.PgMap, Enough).IsComplete);
        }
    }
}
