using Xunit;

namespace Devmap.Tests.Runtime.Memory;

public sealed class PageReferenceTests
{
    private readonly PhysicalMemory _memory = new(ramPages: 4);

    [Fact]
    public void AllocPage_GivesOneReference_AndTakesThePageFromTheFreeList()
    {
        Page page = _memory.AllocPage()!;

        Assert.Equal(1, page.RefCount);
        Assert.Equal(3, _memory.FreePages);
        Assert.Same(page, _memory.PfnToPage(page.Pfn));
        Assert.False(page.IsZoneDevice);
    }

    [Fact]
    public void AllocPage_WhenNothingIsLeft_IsNull()
    {
        for (int i = 0; i < 4; i++)
        {
            Assert.NotNull(_memory.AllocPage());
        }

        Assert.Null(_memory.AllocPage());
    }

    [Fact]
    public void LastPut_FreesThePage_AndItsNextOwnerFindsZeroes()
    {
        Page page = _memory.AllocPage()!;
        page.WriteByte(7, 42);
        page.Get();

        page.Put();
        Assert.Equal(3, _memory.FreePages);
        Assert.Equal(42, page.ReadByte(7));

        page.Put();
        Assert.Equal(4, _memory.FreePages);
        Assert.Same(page, _memory.AllocPage());
        Assert.Equal(0, page.ReadByte(7));
        Assert.False(page.IsDirty);
    }

    [Fact]
    public void Get_OnAFreePage_Throws_AndChangesNothing()
    {
        Page page = _memory.PfnToPage(new Pfn(1))!;

        var thrown = Assert.Throws<ReferenceCountException>(page.Get);

        Assert.Same(page, thrown.Page);
        Assert.Equal("Page.Get", thrown.Operation);
        Assert.Equal(0, thrown.RefCount);
        Assert.Equal(0, page.RefCount);
    }

    [Fact]
    public void TryGet_OnAFreePage_IsFalse()
    {
        Page page = _memory.PfnToPage(new Pfn(1))!;

        Assert.False(page.TryGet());
        Assert.Equal(0, page.RefCount);
    }

    [Fact]
    public void Put_OnAFreePage_Throws_AndFreesNothing()
    {
        Page page = _memory.AllocPage()!;
        page.Put();

        var thrown = Assert.Throws<ReferenceCountException>(page.Put);

        Assert.Contains("pfn 0x0", thrown.Message);
        Assert.Equal(4, _memory.FreePages);
    }

    [Fact]
    public void Put_OfWhatIsAPin_Throws()
    {
        var space = new AddressSpace(_memory);
        Vma vma = space.Map(1, VmFlags.Read | VmFlags.Write);
        var pages = new Page[1];
        Assert.Equal(1, space.PinUserPages(vma.Start, 1, GupFlags.Write, pages));

        var thrown = Assert.Throws<ReferenceCountException>(pages[0].Put);

        Assert.Equal(1, thrown.PinCount);
        Assert.Equal(1, thrown.MapCount);
        Assert.Equal(1025, pages[0].RefCount);
    }

    [Fact]
    public void Put_OfWhatAPageTableHolds_Throws()
    {
        var space = new AddressSpace(_memory);
        Vma vma = space.Map(1, VmFlags.Read | VmFlags.Write);
        Assert.Equal(Errno.None, space.WriteByte(vma.Start, 1));

        Assert.Throws<ReferenceCountException>(vma.NormalPage(vma.Start)!.Put);
    }

    [Fact]
    public void Touching_AFreePage_Throws()
    {
        Page page = _memory.PfnToPage(new Pfn(2))!;

        Assert.Throws<ReferenceCountException>(() => page.ReadByte(0));
        Assert.Throws<ReferenceCountException>(() => page.WriteByte(0, 1));
        Assert.Throws<ReferenceCountException>(page.SetDirty);
        Assert.Throws<ReferenceCountException>(() => page.IsDirty);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(PhysicalMemory.PageSize)]
    public void Touching_OutsideThePage_Throws(int offset)
    {
        Page page = _memory.AllocPage()!;

        Assert.Throws<System.ArgumentOutOfRangeException>(() => page.ReadByte(offset));
        Assert.Throws<System.ArgumentOutOfRangeException>(() => page.WriteByte(offset, 1));
    }

    [Fact]
    public void TryGet_WhenTheCountIsFull_IsFalse()
    {
        Page page = _memory.AllocPage()!;
        for (int i = 1; i < 1 << 21; i++)
        {
            page.Get();
        }

        Assert.False(page.TryGet());
        Assert.Throws<ReferenceCountException>(page.Get);
        Assert.Equal(1 << 21, page.RefCount);
        Assert.True(page.MaybeDmaPinned);
        Assert.Equal(0, page.PinCount);
    }

    [Fact]
    public void PfnToPage_WithoutStructPage_IsNull() => Assert.Null(_memory.PfnToPage(new Pfn(4)));
}
