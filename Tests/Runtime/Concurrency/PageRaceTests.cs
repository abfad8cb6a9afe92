using System.Linq;
using System.Threading;
using Xunit;

namespace Devmap.Tests.Runtime.Concurrency;

public sealed class PageRaceTests
{
    private const int Rounds = 2000;
    private const int Threads = 4;

    [Fact]
    public void LastPut_AgainstTryGet_FreesThePageOnce()
    {
        var memory = new PhysicalMemory(ramPages: 1);
        for (int round = 0; round < Rounds / 10; round++)
        {
            Page page = memory.AllocPage()!;
            Crew.Run(Crew.Same(Threads, () =>
            {
                while (page.TryGet())
                {
                    page.WriteByte(0, 1);
                    page.Put();
                }
            }).Append(page.Put).ToArray());

            Assert.Equal(0, page.RefCount);
            Assert.Equal(1, memory.FreePages);
        }
    }

    [Fact]
    public void GetsAndPuts_AddUp()
    {
        Page page = new PhysicalMemory().AllocPage()!;

        Crew.Run(Crew.Same(Threads, () =>
        {
            for (int i = 0; i < Rounds * 10; i++)
            {
                page.Get();
                Assert.True(page.TryGet());
                page.Put();
                page.Put();
            }
        }));

        Assert.Equal(1, page.RefCount);
    }

    [Fact]
    public void SurplusPuts_AreAllCaught_AndTakeNothingFromOthers()
    {
        Page page = new PhysicalMemory(ramPages: 1).AllocPage()!;
        for (int i = 1; i < Rounds; i++)
        {
            page.Get();
        }

        int caught = 0;
        Crew.Run(Crew.Same(Threads, () =>
        {
            for (int i = 0; i < Rounds; i++)
            {
                try
                {
                    page.Put();
                }
                catch (ReferenceCountException)
                {
                    Interlocked.Increment(ref caught);
                }
            }
        }));

        Assert.Equal((Threads - 1) * Rounds, caught);
        Assert.Equal(0, page.RefCount);
    }

    [Fact]
    public void PinsAndReferences_NeverMix()
    {
        var memory = new PhysicalMemory();
        var space = new AddressSpace(memory);
        Vma vma = space.Map(1, VmFlags.Read | VmFlags.Write);
        space.WriteByte(vma.Start, 1);

        Crew.Run(
            () => Repeat(() => PinOnce(space, vma.Start)),
            () => Repeat(() => PinOnce(space, vma.Start)),
            () => Repeat(() => GetOnce(space, vma.Start)));

        Page page = vma.NormalPage(vma.Start)!;
        Assert.Equal((1, 1, 0), (page.RefCount, page.MapCount, page.PinCount));
    }

    private static void PinOnce(AddressSpace space, ulong address)
    {
        var pages = new Page[1];
        Assert.Equal(1, space.PinUserPages(address, 1, GupFlags.Write, pages));
        Assert.True(pages[0].MaybeDmaPinned);
        space.UnpinUserPages(pages, 1);
    }

    private static void GetOnce(AddressSpace space, ulong address)
    {
        var pages = new Page[1];
        Assert.Equal(1, space.GetUserPages(address, 1, GupFlags.None, pages));
        pages[0].Put();
    }

    private static void Repeat(System.Action work)
    {
        for (int i = 0; i < Rounds; i++)
        {
            work();
        }
    }
}
