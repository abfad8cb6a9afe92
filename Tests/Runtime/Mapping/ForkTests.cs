using Xunit;

namespace Devmap.Tests.Runtime.Mapping;

public sealed class ForkTests
{
    private readonly PhysicalMemory _memory = new(ramPages: 32);
    private readonly AddressSpace _parent;

    public ForkTests() => _parent = new AddressSpace(_memory);

    [Fact]
    public void PrivateMemory_IsSharedUntilSomebodyWrites()
    {
        Vma vma = _parent.Map(1, VmFlags.Read | VmFlags.Write);
        _parent.WriteByte(vma.Start, 1);
        Page page = PageAt(_parent, vma.Start);

        AddressSpace child = _parent.Fork();

        Assert.Equal((2, 2), (page.RefCount, page.MapCount));
        child.WriteByte(vma.Start, 2);
        Assert.Equal(1, page.MapCount);
        Assert.Equal((1, 2), (Read(_parent, vma.Start), Read(child, vma.Start)));

        // The parent has it for itself again, and need not copy.
        _parent.WriteByte(vma.Start, 3);
        Assert.Same(page, PageAt(_parent, vma.Start));
        child.UnmapEverything();
        _parent.UnmapEverything();
        Assert.Equal(32, _memory.FreePages);
    }

    [Fact]
    public void PinnedPrivateMemory_IsCopiedAtOnce()
    {
        Vma vma = _parent.Map(1, VmFlags.Read | VmFlags.Write);
        var pages = new Page[1];
        Assert.Equal(1, _parent.PinUserPages(vma.Start, 1, GupFlags.Write, pages));
        _parent.WriteByte(vma.Start, 5);

        AddressSpace child = _parent.Fork();

        Assert.Equal(1, pages[0].MapCount);
        Assert.Equal(5, Read(child, vma.Start));
        _parent.WriteByte(vma.Start, 6);
        Assert.Same(pages[0], PageAt(_parent, vma.Start));
        _parent.UnpinUserPages(pages, 1);
    }

    [Fact]
    public void SharedFile_IsNotCopied_AndComesWithAFault()
    {
        DaxFile file = Machine.CreateFile(_memory);
        Vma vma = file.Map(_parent, 1);
        _parent.WriteByte(vma.Start, 1);

        AddressSpace child = _parent.Fork();

        Assert.True(child.PageTable.Lookup(vma.Start).IsNone);
        Assert.Equal(1, Read(child, vma.Start));
        Assert.Equal(2, Machine.PageOf(_memory, 0).MapCount);
        file.UnmapAll();
        Assert.Equal(0, Machine.PageOf(_memory, 0).MapCount);
    }

    [Fact]
    public void DontCopy_IsNotInherited()
    {
        Vma vma = _parent.Map(1, VmFlags.Read | VmFlags.DontCopy);

        Assert.Null(_parent.Fork().FindVma(vma.Start));
    }

    [Fact]
    public void NoMemoryForThePinnedPage_IsENOMEM()
    {
        var memory = new PhysicalMemory(1);
        var space = new AddressSpace(memory);
        Vma vma = space.Map(1, VmFlags.Read | VmFlags.Write);
        var pages = new Page[1];
        Assert.Equal(1, space.PinUserPages(vma.Start, 1, GupFlags.Write, pages));

        Assert.Null(space.Fork(out Errno error));

        Assert.Equal(Errno.ENOMEM, error);
        Assert.Equal(1, pages[0].MapCount);
    }

    [Fact]
    public void HugeAnonymousMemory_IsOneMapping_AndSplitsWithTheFirstWrite()
    {
        var memory = new PhysicalMemory(2048);
        var parent = new AddressSpace(memory);
        Vma vma = parent.Map(512, VmFlags.Read | VmFlags.Write | VmFlags.HugePage);
        parent.WriteByte(vma.Start + (5 * PhysicalMemory.PageSize), 9);
        Page head = PageAt(parent, vma.Start).Folio.Head;
        Assert.Equal((9, 1, 1), (head.Folio.Order, head.RefCount, head.MapCount));
        Assert.True(parent.PageTable.LookupPmd(vma.Start).IsPresent);

        AddressSpace child = parent.Fork();
        Assert.Equal(2, head.MapCount);
        child.WriteByte(vma.Start + (5 * PhysicalMemory.PageSize), 8);

        Assert.Equal(9, Read(parent, vma.Start + (5 * PhysicalMemory.PageSize)));
        Assert.True(child.PageTable.LookupPmd(vma.Start).IsNone);
        Assert.Equal(1 + 511, head.MapCount);
        child.UnmapEverything();
        parent.UnmapEverything();
        Assert.Equal(2048, memory.FreePages);
    }

    [Fact]
    public void Protect_TakesWritingAway_AndGivesItBack()
    {
        Vma vma = _parent.Map(1, VmFlags.Read | VmFlags.Write);
        _parent.WriteByte(vma.Start, 1);

        Assert.Equal(Errno.None, _parent.Protect(vma, VmFlags.Read));
        Assert.Equal(Errno.EFAULT, _parent.WriteByte(vma.Start, 2));
        Assert.Equal(Errno.None, _parent.Protect(vma, VmFlags.Read | VmFlags.Write));
        Assert.Equal(Errno.None, _parent.WriteByte(vma.Start, 2));
        Assert.Equal(Errno.EINVAL, _parent.Protect(vma, VmFlags.Shared));
    }

    private static byte Read(AddressSpace space, ulong address)
    {
        Assert.Equal(Errno.None, space.ReadByte(address, out byte value));
        return value;
    }

    private static Page PageAt(AddressSpace space, ulong address) => space.Memory.PfnToPage(space.PageTable.Lookup(address).Pfn)!;
}
