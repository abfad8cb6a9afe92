using Xunit;

namespace Devmap.Tests.Runtime.PgMaps;

public sealed class P2PDmaTests
{
    [Theory]
    [MemberData(nameof(Machine.EraNames), MemberType = typeof(Machine))]
    public void LastPut_BringsThePageBack(string era)
    {
        var memory = new PhysicalMemory(4, Machine.EraOf(era));
        P2PDmaPool pool = P2PDmaPool.Create(memory, Machine.DeviceStart, 2, out Errno error)!;
        Assert.Equal(Errno.None, error);
        Page page = pool.AllocPage()!;
        Assert.Equal(1, pool.FreePages);

        page.Put();

        Assert.Equal(2, pool.FreePages);
        memory.MemUnmapPages(pool.PgMap);
        Assert.Null(pool.AllocPage());
    }

    [Fact]
    public void Pin_HasToAskForIt_AndNeverLongTerm()
    {
        (PhysicalMemory memory, AddressSpace space, Vma vma, P2PDmaPool pool) = Map();
        var pages = new Page[1];

        Assert.Equal(-(int)Errno.EREMOTEIO, space.PinUserPages(vma.Start, 1, GupFlags.None, pages));
        Assert.Equal(-(int)Errno.EREMOTEIO, space.PinUserPagesFast(vma.Start, 1, GupFlags.None, pages));
        Assert.Equal(-(int)Errno.EINVAL, space.PinUserPages(vma.Start, 1, GupFlags.PciP2PDma | GupFlags.LongTerm, pages));
        Assert.Equal(1, space.PinUserPagesFast(vma.Start, 1, GupFlags.PciP2PDma, pages));

        space.Unmap(vma);
        Assert.Equal(1, pool.FreePages);
        space.UnpinUserPages(pages, 1);
        Assert.Equal(2, pool.FreePages);
        memory.MemUnmapPages(pool.PgMap);
    }

    [Fact]
    public void MapOfMoreThanThereIs_LeavesNothingBehind()
    {
        (_, AddressSpace space, _, P2PDmaPool pool) = Map();

        Assert.Null(pool.Map(space, 2, out Errno error));

        Assert.Equal(Errno.ENOMEM, error);
        Assert.Equal(1, pool.FreePages);
    }

    [Fact]
    public void OldKernels_DoNotMapIt()
    {
        var memory = new PhysicalMemory(4, Era.Linux515);
        P2PDmaPool pool = P2PDmaPool.Create(memory, Machine.DeviceStart, 2, out _)!;

        Assert.Null(pool.Map(new AddressSpace(memory), 1, out Errno error));

        Assert.Equal(Errno.EOPNOTSUPP, error);
    }

    private static (PhysicalMemory Memory, AddressSpace Space, Vma Vma, P2PDmaPool Pool) Map()
    {
        var memory = new PhysicalMemory(4);
        P2PDmaPool pool = P2PDmaPool.Create(memory, Machine.DeviceStart, 2, out _)!;
        var space = new AddressSpace(memory);
        return (memory, space, pool.Map(space, 1, out _)!, pool);
    }
}
