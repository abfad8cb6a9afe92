using System;
using Xunit;

namespace Devmap.Tests.Runtime.PgMaps;

public sealed class GetDevPagemapTests
{
    private readonly PhysicalMemory _memory = new(ramPages: 4);

    [Fact]
    public void GivesAReference_ThatPutGivesBack()
    {
        PgMap pgmap = Machine.MapDevice(_memory, pages: 8);

        PgMap? found = _memory.GetDevPagemap(Machine.DeviceStart + 7);
        Assert.Same(pgmap, found);
        Assert.Equal(10, pgmap.RefCount);

        found!.Put();
        Assert.Equal(9, pgmap.RefCount);
    }

    [Fact]
    public void IsNull_ForRamAndForNothing()
    {
        Assert.Null(_memory.GetDevPagemap(new Pfn(0)));
        Assert.Null(_memory.GetDevPagemap(Machine.DeviceStart));
    }

    [Fact]
    public void Put_Twice_Throws_AndNamesTheRange()
    {
        PgMap pgmap = Machine.MapDevice(_memory);
        _memory.GetDevPagemap(pgmap.Start)!.Put();

        var thrown = Assert.Throws<ReferenceCountException>(pgmap.Put);

        Assert.Contains("FsDax", thrown.Message);
        Assert.Null(thrown.Page);
        Assert.Equal(9, pgmap.RefCount);
    }

    [Fact]
    public void IsNull_OnceTheRangeIsDying()
    {
        PgMap pgmap = Machine.MapDevice(_memory);
        PgMap held = _memory.GetDevPagemap(pgmap.Start)!;

        Assert.Equal(Errno.ETIMEDOUT, _memory.MemUnmapPages(pgmap, TimeSpan.Zero).Error);

        Assert.Null(_memory.GetDevPagemap(pgmap.Start));
        held.Put();
    }

    [Fact]
    public void KeepsIdlePagesUsable()
    {
        PgMap pgmap = Machine.MapDevice(_memory);
        Page page = Machine.PageOf(_memory, 0);
        Assert.Throws<ReferenceCountException>(() => page.ReadByte(0));

        PgMap held = _memory.GetDevPagemap(pgmap.Start)!;
        page.WriteByte(0, 9);
        Assert.Equal(9, page.ReadByte(0));
        held.Put();

        Assert.Throws<ReferenceCountException>(() => page.ReadByte(0));
    }
}
