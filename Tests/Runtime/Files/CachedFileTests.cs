using Xunit;

namespace Devmap.Tests.Runtime.Files;

public sealed class CachedFileTests
{
    private readonly PhysicalMemory _memory = new(ramPages: 16);
    private readonly AddressSpace _space;

    public CachedFileTests() => _space = new AddressSpace(_memory);

    [Fact]
    public void Truncate_NeverWaits_AndThePinnedPageLivesOn()
    {
        var file = new CachedFile(_memory, 2);
        Vma vma = file.Map(_space, 2);
        var pages = new Page[1];
        Assert.Equal(1, _space.PinUserPagesFast(vma.Start, 1, GupFlags.Write, pages));
        Assert.Equal(2 + 1024, pages[0].RefCount);

        Assert.Equal(Errno.None, file.Truncate(0));

        Assert.Equal((1024, 0, 0), (pages[0].RefCount, pages[0].MapCount, file.CachedPages));
        Assert.Equal(Errno.EFAULT, _space.ReadByte(vma.Start, out _));
        _space.UnpinUserPages(pages, 1);
        Assert.Equal(16, _memory.FreePages);
    }

    [Fact]
    public void PunchedHole_ReadsAsZeros()
    {
        var file = new CachedFile(_memory, 2);
        Vma vma = file.Map(_space, 2);
        _space.WriteByte(vma.Start, 5);

        Assert.Equal(Errno.None, file.PunchHole(0, 1));

        Assert.Equal(Errno.None, _space.ReadByte(vma.Start, out byte value));
        Assert.Equal(0, value);
    }

    [Fact]
    public void PrivateMapping_CopiesWithTheFirstWrite()
    {
        var file = new CachedFile(_memory, 1);
        Vma shared = file.Map(_space, 1);
        Vma copy = file.Map(_space, 1, VmFlags.Read | VmFlags.Write);
        _space.WriteByte(shared.Start, 1);
        _space.WriteByte(copy.Start, 2);

        Assert.Equal(Errno.None, _space.ReadByte(shared.Start, out byte value));
        Assert.Equal(1, value);
        Assert.True(_memory.PfnToPage(_space.PageTable.Lookup(copy.Start).Pfn)!.IsAnonymous);
    }

    [Theory]
    [InlineData("6.1", false, 1)]
    [InlineData("6.5", false, -(int)Errno.EFAULT)]
    [InlineData("6.5", true, 1)]
    [InlineData("6.15", false, -(int)Errno.EFAULT)]
    public void LongTermPinForWriting_OfAFile(string era, bool isSharedMemory, int expected)
    {
        var memory = new PhysicalMemory(8, era == "6.1" ? Era.Linux61 : era == "6.5" ? Era.Linux65 : Era.Linux615);
        var space = new AddressSpace(memory);
        Vma vma = new CachedFile(memory, 1, isSharedMemory).Map(space, 1);
        space.WriteByte(vma.Start, 1);

        Assert.Equal(expected, space.PinUserPagesFast(vma.Start, 1, GupFlags.LongTerm | GupFlags.Write, new Page[1]));
    }

    [Fact]
    public void Evict_WantsItUnmapped()
    {
        var file = new CachedFile(_memory, 1);
        Vma vma = file.Map(_space, 1);
        _space.WriteByte(vma.Start, 1);

        Assert.Equal(Errno.EBUSY, file.Evict());
        _space.Unmap(vma);
        Assert.Equal(Errno.None, file.Evict());
        Assert.Equal(16, _memory.FreePages);
    }
}
