using System;
using Devmap.Tests.Runtime.Mapping;
using Xunit;

namespace Devmap.Tests.Runtime.Contracts;

/// <summary>What the rules call a misuse, run: the library catches each.</summary>
public sealed class MisuseTests
{
    private readonly PhysicalMemory _memory = new(ramPages: 8);
    private readonly DaxFile _file;
    private readonly AddressSpace _space;

    public MisuseTests()
    {
        _file = Machine.CreateFile(_memory);
        _space = new AddressSpace(_memory);
    }

    [Fact]
    public void DVM1001_UnreferencedPageInstalled()
    {
        Vma vma = _file.Map(_space, 1, handler: new Handlers.Nothing());

        Assert.Equal(Errno.EINVAL, vma.InsertPage(vma.Start, _memory.PfnToPage(Machine.DeviceStart)!));
    }

    [Fact]
    public void DVM1002_LongTermPinOfFsDax()
    {
        Vma vma = _file.Map(_space, 1);

        Assert.Equal(-(int)Errno.EOPNOTSUPP, _space.PinUserPages(vma.Start, 1, GupFlags.LongTerm, new Page[1]));
    }

    [Fact]
    public void DVM1003_MissingPgMapReference()
    {
        Page page = _memory.PfnToPage(Machine.DeviceStart)!;

        Assert.Throws<ReferenceCountException>(() => page.ReadByte(0));
    }

    [Fact]
    public void DVM2001_LeakedReference_OfAPage()
    {
        Page page = _file.GetPage(0)!;

        TeardownResult result = _memory.MemUnmapPages(_file.Device.PgMap, TimeSpan.Zero);

        Assert.Equal(page.Pfn, Assert.Single(result.Pages).Pfn);
    }

    [Fact]
    public void DVM2001_LeakedReference_OfARange()
    {
        _memory.GetDevPagemap(Machine.DeviceStart);

        Assert.Equal(1, _memory.MemUnmapPages(_file.Device.PgMap, TimeSpan.Zero).PgMapReferences);
    }

    [Fact]
    public void DVM2002_ReleasedTooOften()
    {
        Page page = _file.GetPage(0)!;
        page.Put();

        Assert.Throws<ReferenceCountException>(page.Put);
    }

    [Fact]
    public void DVM2003_UsedAfterRelease()
    {
        Page page = _file.GetPage(0)!;
        page.Put();

        Assert.Throws<ReferenceCountException>(() => page.WriteByte(0, 1));
    }

    [Fact]
    public void DVM2005_UncheckedAcquire()
    {
        Page page = _memory.PfnToPage(Machine.DeviceStart)!;
        page.TryGet();

        Assert.Throws<ReferenceCountException>(page.Put);
    }
}
