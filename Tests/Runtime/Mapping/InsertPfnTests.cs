using Xunit;

namespace Devmap.Tests.Runtime.Mapping;

/// <summary>Frames without struct page, and with one that nobody counts.</summary>
public sealed class InsertPfnTests
{
    private const VmFlags Shared = VmFlags.Read | VmFlags.Write | VmFlags.Shared;

    private static readonly Pfn Mmio = new(0xF0000);

    private readonly PhysicalMemory _memory = new(ramPages: 8);
    private readonly AddressSpace _space;

    public InsertPfnTests() => _space = new AddressSpace(_memory);

    [Theory]
    [InlineData(VmFlags.PfnMap)]
    [InlineData(VmFlags.MixedMap)]
    public void InsertPfn_MakesASpecialEntry(VmFlags kind)
    {
        Vma vma = Map(Shared | kind);

        Assert.Equal(Errno.None, vma.InsertPfn(vma.Start, Mmio));

        Pte pte = _space.PageTable.Lookup(vma.Start);
        Assert.True(pte.IsSpecial && pte.IsWritable && !pte.IsDevmap);
        Assert.Equal(Mmio, pte.Pfn);
        Assert.Null(vma.NormalPage(vma.Start));
        Assert.Equal(0, _space.ResidentPages);
    }

    [Fact]
    public void InsertPfn_OfAFrameWithStructPage_TakesNoReference()
    {
        Vma vma = Map(Shared | VmFlags.PfnMap);
        Page page = _memory.AllocPage()!;

        Assert.Equal(Errno.None, vma.InsertPfn(vma.Start, page.Pfn));
        Assert.Equal((1, 0), (page.RefCount, page.MapCount));

        _space.Unmap(vma);
        Assert.Equal(1, page.RefCount);
    }

    [Fact]
    public void OccupiedEntry_IsLeftAsItIs()
    {
        Vma vma = Map(Shared | VmFlags.PfnMap);
        vma.InsertPfn(vma.Start, Mmio);

        Assert.Equal(Errno.None, vma.InsertPfn(vma.Start, Mmio + 1));
        Assert.Equal(Mmio, _space.PageTable.Lookup(vma.Start).Pfn);
    }

    [Fact]
    public void InsertPfn_Outside_IsEFAULT_AndTooHigh_IsEINVAL()
    {
        Vma vma = Map(Shared | VmFlags.PfnMap);

        Assert.Equal(Errno.EFAULT, vma.InsertPfn(vma.End, Mmio));
        Assert.Equal(Errno.EINVAL, vma.InsertPfn(vma.Start, new Pfn(1UL << 40)));
    }

    [Theory]
    [InlineData(Shared)]
    [InlineData(Shared | VmFlags.PfnMap | VmFlags.MixedMap)]
    [InlineData(VmFlags.Read | VmFlags.Write | VmFlags.PfnMap)]
    public void InsertPfn_InAWrongRange_IsABug(VmFlags flags)
    {
        Vma vma = Map(flags);

        Assert.Throws<KernelBugException>(() => vma.InsertPfn(vma.Start, Mmio));
    }

    [Fact]
    public void InsertPfn_OfAPageInAMixedRange_IsABug()
    {
        Vma vma = Map(Shared | VmFlags.MixedMap);
        Page page = _memory.AllocPage()!;

        Assert.Throws<KernelBugException>(() => vma.InsertPfn(vma.Start, page.Pfn));
    }

    [Fact]
    public void InsertMixed_InAMixedRange_TakesNoReference()
    {
        Vma vma = Map(Shared | VmFlags.MixedMap);
        Page page = _memory.AllocPage()!;

        Assert.Equal(Errno.None, vma.InsertMixed(vma.Start, page.Pfn));

        Assert.Equal((1, 0), (page.RefCount, page.MapCount));
        Assert.Null(vma.NormalPage(vma.Start));
    }

    [Fact]
    public void InsertMixed_InAnotherRange_IsEFAULT_SinceLinux615()
    {
        Machine.MapDevice(_memory);
        Vma vma = Map(Shared);

        Assert.Equal(Errno.EFAULT, vma.InsertMixed(vma.Start, Machine.DeviceStart));
    }

    [Theory]
    [InlineData(nameof(Era.Linux515))]
    [InlineData(nameof(Era.Linux61))]
    public void InsertMixed_OfADevicePage_MakesADevmapEntry_BeforeLinux615(string era)
    {
        var memory = new PhysicalMemory(8, Machine.EraOf(era));
        Machine.MapDevice(memory);
        var space = new AddressSpace(memory);
        Vma vma = space.Map(1, Shared, new Handlers.Nothing());

        Assert.Equal(Errno.None, vma.InsertMixed(vma.Start, Machine.DeviceStart));

        Pte pte = space.PageTable.Lookup(vma.Start);
        Assert.True(pte.IsSpecial && pte.IsDevmap);
        Assert.Null(vma.NormalPage(vma.Start));
        Assert.Equal((1, 0), (Machine.PageOf(memory, 0).RefCount, Machine.PageOf(memory, 0).MapCount));
        Assert.Throws<KernelBugException>(() => vma.InsertMixed(vma.Start, new Pfn(0)));
    }

    [Fact]
    public void Access_ToAFrameWithoutStructPage_IsEFAULT()
    {
        Vma vma = Map(Shared | VmFlags.PfnMap);
        vma.InsertPfn(vma.Start, Mmio);

        Assert.Equal(Errno.EFAULT, _space.ReadByte(vma.Start, out _));
    }

    private Vma Map(VmFlags flags) => _space.Map(1, flags, new Handlers.Nothing());
}
