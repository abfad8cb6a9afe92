using System;
using Devmap.Tests.Runtime.Mapping;
using Xunit;

namespace Devmap.Tests.Runtime.Pinning;

public sealed class UserPagesTests
{
    private const VmFlags ReadWrite = VmFlags.Read | VmFlags.Write;

    private readonly PhysicalMemory _memory = new(ramPages: 8);
    private readonly AddressSpace _space;
    private readonly Page[] _pages = new Page[8];

    public UserPagesTests() => _space = new AddressSpace(_memory);

    [Fact]
    public void Pin_FaultsPagesIn_AndAddsTheBias()
    {
        Vma vma = _space.Map(3, ReadWrite);

        Assert.Equal(3, _space.PinUserPages(vma.Start, 3, GupFlags.Write, _pages));

        Assert.Equal((1025, 1, 1), (_pages[2].RefCount, _pages[2].MapCount, _pages[2].PinCount));
        Assert.True(_pages[2].MaybeDmaPinned);
        Assert.Same(_pages[2], vma.NormalPage(vma.End - 1));
        Assert.Null(_pages[3]);

        _space.UnpinUserPages(_pages, 3);
        Assert.Equal(1, _pages[2].RefCount);
        Assert.False(_pages[2].MaybeDmaPinned);
    }

    [Fact]
    public void Get_AddsOne()
    {
        Vma vma = _space.Map(1, ReadWrite);

        Assert.Equal(1, _space.GetUserPages(vma.Start + 99, 1, GupFlags.None, _pages));

        Assert.Equal((2, 0), (_pages[0].RefCount, _pages[0].PinCount));
        _pages[0].Put();
        Assert.Equal(1, _pages[0].RefCount);
    }

    [Fact]
    public void PinnedPage_OutlivesItsMapping()
    {
        Vma vma = _space.Map(1, ReadWrite);
        _space.WriteByte(vma.Start, 8);
        _space.PinUserPages(vma.Start, 1, GupFlags.LongTerm, _pages);

        _space.Unmap(vma);

        Assert.Equal(8, _pages[0].ReadByte(0));
        Assert.Equal(7, _memory.FreePages);
        _pages[0].Unpin();
        Assert.Equal(8, _memory.FreePages);
    }

    [Fact]
    public void EndOfTheMapping_GivesWhatCameBefore()
    {
        Vma vma = _space.Map(2, ReadWrite);

        Assert.Equal(2, _space.PinUserPages(vma.Start, 5, GupFlags.None, _pages));

        Assert.Null(_pages[2]);
        _space.UnpinUserPages(_pages, 2);
        Assert.Equal(0, _pages[0].PinCount + _pages[1].PinCount);
    }

    [Fact]
    public void NoMemoryHalfWay_GivesWhatCameBefore()
    {
        Vma vma = _space.Map(10, ReadWrite);
        var pages = new Page[10];

        Assert.Equal(8, _space.PinUserPages(vma.Start, 10, GupFlags.None, pages));
        Assert.Equal(-(int)Errno.ENOMEM, _space.PinUserPages(vma.End - 1, 1, GupFlags.None, pages));
    }

    [Fact]
    public void NothingMapped_IsEFAULT() => Assert.Equal(-(int)Errno.EFAULT, _space.PinUserPages(0x1000, 1, GupFlags.None, _pages));

    [Fact]
    public void NoPages_IsZero() => Assert.Equal(0, _space.PinUserPages(0x1000, 0, GupFlags.None, _pages));

    [Theory]
    [InlineData(VmFlags.Read, GupFlags.Write)]
    [InlineData(VmFlags.Write, GupFlags.None)]
    [InlineData(VmFlags.Read | VmFlags.Io, GupFlags.None)]
    [InlineData(VmFlags.Read | VmFlags.PfnMap, GupFlags.None)]
    public void MappingThatDoesNotAllowIt_IsEFAULT(VmFlags vmFlags, GupFlags gupFlags)
    {
        Vma vma = _space.Map(1, vmFlags);

        Assert.Equal(-(int)Errno.EFAULT, _space.PinUserPages(vma.Start, 1, gupFlags, _pages));
    }

    [Theory]
    [InlineData(GupFlags.Get)]
    [InlineData(GupFlags.LongTerm | GupFlags.PciP2PDma)]
    [InlineData((GupFlags)(1 << 30))]
    public void Pin_FlagsThatDoNotGoTogether_AreEINVAL(GupFlags flags)
    {
        Vma vma = _space.Map(1, ReadWrite);

        Assert.Equal(-(int)Errno.EINVAL, _space.PinUserPages(vma.Start, 1, flags, _pages));
    }

    [Theory]
    [InlineData(GupFlags.Pin)]
    [InlineData(GupFlags.LongTerm)]
    public void Get_FlagsThatDoNotGoTogether_AreEINVAL(GupFlags flags)
    {
        Vma vma = _space.Map(1, ReadWrite);

        Assert.Equal(-(int)Errno.EINVAL, _space.GetUserPages(vma.Start, 1, flags, _pages));
    }

    [Fact]
    public void FrameWithoutStructPage_IsEFAULT()
    {
        Vma vma = _space.Map(1, ReadWrite | VmFlags.Shared | VmFlags.MixedMap, new Handlers.Nothing());
        vma.InsertPfn(vma.Start, new Pfn(0xF0000));

        Assert.Equal(-(int)Errno.EFAULT, _space.PinUserPages(vma.Start, 1, GupFlags.None, _pages));
    }

    [Fact]
    public void WriteTo_APrivateMapping_PinsTheCopy()
    {
        Page page = _memory.AllocPage()!;
        Vma vma = _space.Map(1, ReadWrite, new Handlers.OnePage(page));

        Assert.Equal(1, _space.PinUserPages(vma.Start, 1, GupFlags.Write, _pages));

        Assert.NotSame(page, _pages[0]);
        Assert.Equal((1, 0), (page.RefCount, page.PinCount));
    }

    [Fact]
    public void OverloadWithMapping_StaysInsideIt()
    {
        Vma first = _space.Map(1, ReadWrite);
        Vma second = _space.Map(1, ReadWrite);
        Assert.Equal(first.End, second.Start);

        Assert.Equal(1, _space.PinUserPages(first, first.Start, 2, GupFlags.None, _pages));
        Assert.Equal(1, _space.GetUserPages(second, second.Start, 1, GupFlags.None, _pages));
        Assert.Equal(-(int)Errno.EFAULT, _space.PinUserPages(first, second.Start, 1, GupFlags.None, _pages));
        Assert.Throws<ArgumentException>(() => new AddressSpace(_memory).PinUserPages(first, first.Start, 1, GupFlags.None, _pages));
    }

    [Fact]
    public void P2PDma_HasToBeAskedFor()
    {
        Machine.MapDevice(_memory, MemoryType.PciP2PDma);
        Page page = Machine.PageOf(_memory, 0);
        page.InitZoneDevice();
        Vma vma = _space.Map(1, ReadWrite | VmFlags.Shared, new Handlers.OnePage(page));

        Assert.Equal(-(int)Errno.EREMOTEIO, _space.PinUserPages(vma.Start, 1, GupFlags.None, _pages));
        Assert.Equal(1, _space.PinUserPages(vma.Start, 1, GupFlags.PciP2PDma, _pages));
    }

    [Fact]
    public void Count_ThatTheArrayHasNoRoomFor_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _space.PinUserPages(0, 9, GupFlags.None, _pages));
        Assert.Throws<ArgumentOutOfRangeException>(() => _space.PinUserPages(0, -1, GupFlags.None, _pages));
    }

    [Fact]
    public void Unpin_OfAnErrno_Throws()
    {
        int failed = _space.PinUserPages(0x1000, 1, GupFlags.None, _pages);

        Assert.Throws<ArgumentOutOfRangeException>(() => _space.UnpinUserPages(_pages, failed));
    }

    [Fact]
    public void Unpin_WithoutPin_Throws_AndKeepsTheOthersReferences()
    {
        Vma vma = _space.Map(2, ReadWrite);
        _space.GetUserPages(vma.Start, 1, GupFlags.None, _pages);

        var thrown = Assert.Throws<ReferenceCountException>(_pages[0].Unpin);

        Assert.Equal("Page.Unpin", thrown.Operation);
        Assert.Equal(2, _pages[0].RefCount);
    }

    [Fact]
    public void Unpin_OfMoreThanWerePinned_Throws()
    {
        Vma vma = _space.Map(1, ReadWrite);
        _space.PinUserPages(vma.Start, 1, GupFlags.None, _pages);

        _space.UnpinUserPages(_pages, 1);

        Assert.Throws<ReferenceCountException>(() => _space.UnpinUserPages(_pages, 1));
    }
}
