using System;
using Xunit;

namespace Devmap.Tests.Runtime.Mapping;

public sealed class InsertPageTests
{
    private const VmFlags Shared = VmFlags.Read | VmFlags.Write | VmFlags.Shared;

    private readonly PhysicalMemory _memory = new(ramPages: 8);
    private readonly AddressSpace _space;
    private readonly Vma _vma;

    public InsertPageTests()
    {
        _space = new AddressSpace(_memory);
        _vma = _space.Map(2, Shared, new Handlers.Nothing());
    }

    [Fact]
    public void TakesAReferenceOfItsOwn_AndTheCallersStaysTheCallers()
    {
        Page page = _memory.AllocPage()!;

        Assert.Equal(Errno.None, _vma.InsertPage(_vma.Start, page));

        Assert.Equal((2, 1), (page.RefCount, page.MapCount));
        Assert.Same(page, _vma.NormalPage(_vma.Start));
        page.Put();
        Assert.Equal((1, 1), (page.RefCount, page.MapCount));
        Assert.Equal(Errno.None, _space.WriteByte(_vma.Start, 3));

        _space.Zap(_vma);
        Assert.Equal(0, page.RefCount);
        Assert.Equal(8, _memory.FreePages);
    }

    [Fact]
    public void PageWithoutReference_IsEINVAL()
    {
        Machine.MapDevice(_memory);

        Assert.Equal(Errno.EINVAL, _vma.InsertPage(_vma.Start, Machine.PageOf(_memory, 0)));
        Assert.Equal(Errno.EINVAL, _vma.InsertPage(_vma.Start, _memory.PfnToPage(new Pfn(7))!));
        Assert.True(_space.PageTable.Lookup(_vma.Start).IsNone);
        Assert.Equal(0, _space.ResidentPages);
    }

    [Fact]
    public void OccupiedEntry_IsEBUSY_AndTakesNoReference()
    {
        Page first = _memory.AllocPage()!;
        Page second = _memory.AllocPage()!;
        Assert.Equal(Errno.None, _vma.InsertPage(_vma.Start, first));

        Assert.Equal(Errno.EBUSY, _vma.InsertPage(_vma.Start, second));

        Assert.Equal(1, second.RefCount);
        Assert.Same(first, _vma.NormalPage(_vma.Start));
    }

    [Fact]
    public void AddressOutside_IsEFAULT()
    {
        Page page = _memory.AllocPage()!;

        Assert.Equal(Errno.EFAULT, _vma.InsertPage(_vma.End, page));
        Assert.Equal(Errno.EFAULT, _vma.InsertPage(_vma.Start - 1, page));
        Assert.Equal(1, page.RefCount);
    }

    [Fact]
    public void UnmappedRange_IsEFAULT()
    {
        Page page = _memory.AllocPage()!;
        _space.Unmap(_vma);

        Assert.Equal(Errno.EFAULT, _vma.InsertPage(_vma.Start, page));
        Assert.Equal(1, page.RefCount);
    }

    [Fact]
    public void AnonymousPage_IsEINVAL()
    {
        Vma anonymous = _space.Map(1, VmFlags.Read | VmFlags.Write);
        _space.WriteByte(anonymous.Start, 1);

        Assert.Equal(Errno.EINVAL, _vma.InsertPage(_vma.Start, anonymous.NormalPage(anonymous.Start)!));
    }

    [Fact]
    public void PfnMapRange_IsABug()
    {
        Vma pfnMap = _space.Map(1, Shared | VmFlags.PfnMap, new Handlers.Nothing());
        Page page = _memory.AllocPage()!;

        Assert.Throws<KernelBugException>(() => pfnMap.InsertPage(pfnMap.Start, page));
        Assert.Equal(1, page.RefCount);
    }

    [Fact]
    public void PageOfAnotherMachine_Throws()
    {
        Page page = new PhysicalMemory().AllocPage()!;

        Assert.Throws<ArgumentException>(() => _vma.InsertPage(_vma.Start, page));
    }

    [Fact]
    public void DirtyEntry_LeavesItsMarkOnThePage()
    {
        Page page = _memory.AllocPage()!;
        _vma.InsertPage(_vma.Start, page);
        Assert.False(page.IsDirty);

        _space.WriteByte(_vma.Start, 1);
        _space.Zap(_vma);

        Assert.True(page.IsDirty);
        Assert.Equal(1, page.ReadByte(0));
    }

    [Fact]
    public void PrivateMapping_IsCopiedOnWrite_AndLeavesThePageAlone()
    {
        Page page = _memory.AllocPage()!;
        page.WriteByte(3, 30);
        Vma vma = _space.Map(1, VmFlags.Read | VmFlags.Write, new Handlers.OnePage(page));

        Assert.Equal(Errno.None, _space.ReadByte(vma.Start + 3, out byte seen));
        Assert.Equal(30, seen);
        Assert.Equal((2, 1), (page.RefCount, page.MapCount));

        Assert.Equal(Errno.None, _space.WriteByte(vma.Start + 3, 31));
        Assert.Equal((1, 0), (page.RefCount, page.MapCount));
        Assert.Equal(30, page.ReadByte(3));
        Page copy = vma.NormalPage(vma.Start)!;
        Assert.NotSame(page, copy);
        Assert.True(copy.IsAnonymous);
        Assert.Equal(31, copy.ReadByte(3));
        Assert.Equal(1, _space.ResidentPages);
    }
}
