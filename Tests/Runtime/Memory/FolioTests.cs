using System;
using Xunit;

namespace Devmap.Tests.Runtime.Memory;

public sealed class FolioTests
{
    private readonly PhysicalMemory _memory = new(ramPages: 2048);

    [Fact]
    public void PagesOfAFolio_HaveTheCountOfItsHead()
    {
        Page head = _memory.AllocPages(4)!;
        Folio folio = head.Folio;
        Page tail = folio.PageAt(15);

        tail.Get();
        Assert.True(tail.TryPin());

        Assert.Equal((4, 16, true), (folio.Order, folio.PageCount, folio.IsLarge));
        Assert.True(head.IsHead && tail.IsTail);
        Assert.Same(head, tail.Folio.Head);
        Assert.Equal((3, 1, 3, 0), (folio.RefCount, folio.PinCount, tail.RefCount, tail.OwnRefCount));
        Assert.True(tail.MaybeDmaPinned);
        tail.Unpin();
        tail.Put();
        head.Put();
        Assert.Equal(2048, _memory.FreePages);
    }

    [Theory]
    [InlineData(nameof(Era.Linux515), 1025)]
    [InlineData(nameof(Era.Linux61), 2)]
    [InlineData(nameof(Era.Linux615), 2)]
    public void PinsOfTwoPages_AreCountedApartSinceFiveEighteen(string era, int expected)
    {
        Page head = new PhysicalMemory(16, Machine.EraOf(era)).AllocPages(1)!;

        Assert.True(head.TryPin());

        Assert.Equal(expected, head.RefCount);
    }

    [Fact]
    public void Split_GivesEachPageTheCallersReference()
    {
        Page head = _memory.AllocPages(2)!;
        Page tail = head.Folio.PageAt(2);

        Assert.Equal(Errno.None, head.Folio.Split());

        Assert.False(head.IsHead || tail.IsTail);
        Assert.Equal((1, 1), (head.RefCount, tail.RefCount));
        for (int i = 3; i >= 0; i--)
        {
            _memory.PfnToPage(head.Pfn + i)!.Put();
        }

        Assert.Equal(2048, _memory.FreePages);
        Assert.NotNull(_memory.AllocPages(10));
    }

    [Fact]
    public void Split_OfWhatSomebodyElseHolds_IsEAGAIN()
    {
        Page head = _memory.AllocPages(2)!;
        head.Get();

        Assert.Equal(Errno.EAGAIN, head.Folio.Split());

        Assert.Equal((2, true), (head.RefCount, head.IsHead));
        head.Put();
        Assert.Equal(Errno.EINVAL, _memory.AllocPage()!.Folio.Split());
    }

    [Fact]
    public void Allocator_MergesWhatIsFree()
    {
        var pages = new Page[2048];
        for (int i = 0; i < pages.Length; i++)
        {
            pages[i] = _memory.AllocPage()!;
        }

        Assert.Null(_memory.AllocPage());
        foreach (Page page in pages)
        {
            page.Put();
        }

        Assert.NotNull(_memory.AllocPages(10));
        Assert.NotNull(_memory.AllocPages(10));
        Assert.Null(_memory.AllocPages(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => _memory.AllocPages(11));
    }

    [Fact]
    public void DevicePage_IsOnNoList()
    {
        Machine.MapDevice(_memory);
        Page page = Machine.PageOf(_memory, 0);
        var list = new LruList(_memory);

        Assert.Throws<KernelBugException>(() => list.Add(page));
        Assert.NotNull(page.PgMap);

        _memory.Defects = KernelDefects.LruOfDevicePages;
        list.Add(Machine.PageOf(_memory, 1));
        list.Add(page);

        Assert.Null(page.PgMap);
        Assert.Equal(2, list.Count);
    }

    [Fact]
    public void OverwrittenPgMap_StopsTheKernelAtTheLastPut()
    {
        Machine.MapDevice(_memory, MemoryType.PciP2PDma);
        Page page = Machine.PageOf(_memory, 0);
        page.InitZoneDevice();
        _memory.Defects = KernelDefects.LruOfDevicePages;
        new LruList(_memory).Add(page);

        Assert.Throws<KernelBugException>(page.Put);
    }
}
