using System;
using Xunit;

namespace Devmap.Tests.Runtime.Mapping;

public sealed class AddressSpaceTests
{
    private readonly PhysicalMemory _memory = new(ramPages: 8);
    private readonly AddressSpace _space;

    public AddressSpaceTests() => _space = new AddressSpace(_memory);

    [Fact]
    public void Map_ChoosesAddressesThatDoNotOverlap()
    {
        Vma first = _space.Map(3, VmFlags.Read);
        Vma second = _space.Map(2, VmFlags.Read);

        Assert.Equal(first.Start + (3 * PhysicalMemory.PageSize), first.End);
        Assert.True(second.Start >= first.End);
        Assert.Same(first, _space.FindVma(first.End - 1));
        Assert.Same(second, _space.FindVma(second.Start));
        Assert.Null(_space.FindVma(second.End));
    }

    [Fact]
    public void Map_UsesTheGapThatAnUnmapLeft()
    {
        Vma first = _space.Map(2, VmFlags.Read);
        _space.Map(2, VmFlags.Read);
        ulong start = first.Start;
        _space.Unmap(first);

        Assert.Equal(start, _space.Map(2, VmFlags.Read).Start);
        Assert.NotEqual(start, _space.Map(1, VmFlags.Read).Start);
    }

    [Theory]
    [InlineData(0x10_0000UL, 1, Errno.None)]
    [InlineData(0x10_0001UL, 1, Errno.EINVAL)]
    [InlineData(0x10_0000UL, 0, Errno.EINVAL)]
    [InlineData(0x20_1000UL, 1, Errno.EEXIST)]
    [InlineData(0x1F_F000UL, 2, Errno.EEXIST)]
    [InlineData(0x1F_F000UL, 1, Errno.None)]
    [InlineData(0x20_2000UL, 1, Errno.None)]
    [InlineData(PageTable.AddressLimit, 1, Errno.ENOMEM)]
    [InlineData(PageTable.AddressLimit - 0x1000, 2, Errno.ENOMEM)]
    [InlineData(PageTable.AddressLimit - 0x1000, 1, Errno.None)]
    public void MapAt_SaysWhyNot(ulong start, int pages, Errno expected)
    {
        Assert.NotNull(_space.MapAt(0x20_0000, 2, VmFlags.Read, out _));

        Vma? vma = _space.MapAt(start, pages, VmFlags.Read, out Errno error);

        Assert.Equal(expected, error);
        Assert.Equal(expected == Errno.None, vma is not null);
    }

    [Fact]
    public void Map_OfNothing_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _space.Map(0, VmFlags.Read));
        Assert.Throws<ArgumentOutOfRangeException>(() => _space.Map(1, VmFlags.Read, pageOffset: -1));
    }

    [Fact]
    public void AnonymousMemory_ComesWithTheFirstTouch_AndGoesWithTheMapping()
    {
        Vma vma = _space.Map(2, VmFlags.Read | VmFlags.Write);
        Assert.Equal(8, _memory.FreePages);

        Assert.Equal(Errno.None, _space.WriteByte(vma.Start + 5, 77));
        Assert.Equal(Errno.None, _space.ReadByte(vma.Start + 5, out byte value));

        Assert.Equal(77, value);
        Assert.Equal(7, _memory.FreePages);
        Assert.Equal(1, _space.ResidentPages);
        Page page = vma.NormalPage(vma.Start)!;
        Assert.True(page.IsAnonymous);
        Assert.Equal((1, 1), (page.RefCount, page.MapCount));
        Pte pte = _space.PageTable.Lookup(vma.Start);
        Assert.True(pte.IsPresent && pte.IsWritable && pte.IsYoung && pte.IsDirty && !pte.IsSpecial && !pte.IsDevmap);
        Assert.Equal(page.Pfn, pte.Pfn);

        Assert.Equal(Errno.None, _space.Unmap(vma));
        Assert.Equal(8, _memory.FreePages);
        Assert.Equal(0, _space.ResidentPages);
        Assert.False(vma.IsMapped);
    }

    [Fact]
    public void AnonymousMemory_WhenThereIsNone_IsENOMEM()
    {
        Vma vma = _space.Map(9, VmFlags.Read | VmFlags.Write);
        for (int i = 0; i < 8; i++)
        {
            Assert.Equal(Errno.None, _space.WriteByte(vma.Start + (ulong)(i * PhysicalMemory.PageSize), 1));
        }

        Assert.Equal(Errno.ENOMEM, _space.WriteByte(vma.End - 1, 1));
        Assert.Equal(VmFaultResult.Oom, _space.Fault(vma.End - 1, isWrite: true));
    }

    [Fact]
    public void Access_ThatIsNotAllowed_IsEFAULT()
    {
        Vma readOnly = _space.Map(1, VmFlags.Read);
        Vma nothing = _space.Map(1, VmFlags.None);

        Assert.Equal(Errno.EFAULT, _space.WriteByte(readOnly.Start, 1));
        Assert.Equal(Errno.None, _space.ReadByte(readOnly.Start, out _));
        Assert.Equal(Errno.EFAULT, _space.ReadByte(nothing.Start, out _));
        Assert.Equal(Errno.EFAULT, _space.ReadByte(0, out _));
        Assert.Equal(VmFaultResult.SigSegv, _space.Fault(readOnly.Start, isWrite: true));
        Assert.Equal(VmFaultResult.SigSegv, _space.Fault(0, isWrite: false));
    }

    [Fact]
    public void Zap_EmptiesAPart_AndTheNextTouchFaultsAgain()
    {
        Vma vma = _space.Map(3, VmFlags.Read | VmFlags.Write);
        for (int i = 0; i < 3; i++)
        {
            _space.WriteByte(vma.Start + (ulong)(i * PhysicalMemory.PageSize), 9);
        }

        Assert.Equal(Errno.None, _space.Zap(vma, vma.Start + PhysicalMemory.PageSize, 1));

        Assert.Equal(2, _space.ResidentPages);
        Assert.Null(vma.NormalPage(vma.Start + PhysicalMemory.PageSize));
        Assert.Equal(Errno.None, _space.ReadByte(vma.Start + PhysicalMemory.PageSize, out byte zapped));
        Assert.Equal(0, zapped);
        Assert.Equal(Errno.None, _space.ReadByte(vma.Start, out byte kept));
        Assert.Equal(9, kept);
    }

    [Fact]
    public void Zap_OverSeveralTables_FindsEveryEntry()
    {
        var memory = new PhysicalMemory(ramPages: 4);
        var space = new AddressSpace(memory);
        Vma vma = space.MapAt(0x3F_E000, 1030, VmFlags.Read | VmFlags.Write, out _)!;
        ulong[] touched = { vma.Start, 0x40_0000, 0x5F_F000, vma.End - PhysicalMemory.PageSize };
        foreach (ulong address in touched)
        {
            Assert.Equal(Errno.None, space.WriteByte(address, 1));
        }

        Assert.Equal(Errno.None, space.Zap(vma));

        Assert.Equal(0, space.ResidentPages);
        Assert.Equal(4, memory.FreePages);
    }

    [Fact]
    public void Zap_OutsideTheMapping_IsEINVAL()
    {
        Vma vma = _space.Map(2, VmFlags.Read);

        Assert.Equal(Errno.EINVAL, _space.Zap(vma, vma.Start, 3));
        Assert.Equal(Errno.EINVAL, _space.Zap(vma, vma.End, 1));
        Assert.Equal(Errno.EINVAL, _space.Zap(vma, vma.Start + 1, 1));
        _space.Unmap(vma);
        Assert.Equal(Errno.EINVAL, _space.Zap(vma));
    }

    [Fact]
    public void Unmap_Twice_IsEINVAL()
    {
        Vma vma = _space.Map(1, VmFlags.Read);

        Assert.Equal(Errno.None, _space.Unmap(vma));
        Assert.Equal(Errno.EINVAL, _space.Unmap(vma));
    }

    [Fact]
    public void Unmap_OfAnothersMapping_Throws()
    {
        Vma vma = new AddressSpace(_memory).Map(1, VmFlags.Read);

        Assert.Throws<ArgumentException>(() => _space.Unmap(vma));
    }
}
