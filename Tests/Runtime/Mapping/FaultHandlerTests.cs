using System.Threading;
using Xunit;

namespace Devmap.Tests.Runtime.Mapping;

public sealed class FaultHandlerTests
{
    private const VmFlags Shared = VmFlags.Read | VmFlags.Write | VmFlags.Shared;

    private readonly PhysicalMemory _memory = new(ramPages: 8);
    private readonly AddressSpace _space;

    public FaultHandlerTests() => _space = new AddressSpace(_memory);

    [Fact]
    public void RightHandler_LeavesExactlyTheReferenceOfTheEntry()
    {
        DaxFile file = Machine.CreateFile(_memory);
        Vma vma = file.Map(_space, 4, handler: new Handlers.Dax(file));

        Assert.Equal(Errno.None, _space.WriteByte(vma.Start + 10, 1));

        Page page = vma.NormalPage(vma.Start)!;
        Assert.Equal((1, 1), (page.RefCount, page.MapCount));
        _space.Unmap(vma);
        Assert.Equal(0, page.RefCount);
        Assert.Equal(9, file.Device.PgMap.RefCount);
    }

    [Fact]
    public void UnreferencedPage_IsRefused_AndTheProcessGetsASignal()
    {
        DaxFile file = Machine.CreateFile(_memory);
        Vma vma = file.Map(_space, 4, handler: new Handlers.UnreferencedDax(_memory, file.Device.PgMap));

        Assert.Equal(VmFaultResult.SigBus, _space.Fault(vma.Start, isWrite: false));
        Assert.Equal(Errno.EFAULT, _space.ReadByte(vma.Start, out _));
        Assert.Equal(0, Machine.PageOf(_memory, 0).RefCount);
    }

    [Fact]
    public void Handler_LearnsWhatWasTouched()
    {
        DaxFile file = Machine.CreateFile(_memory);
        var handler = new Handlers.Dax(file);
        Vma vma = file.Map(_space, 2, handler: handler, pageOffset: 1);

        Assert.Equal(VmFaultResult.NoPage, _space.Fault(vma.Start + PhysicalMemory.PageSize + 5, isWrite: true));

        Assert.Same(vma, handler.Last!.Vma);
        Assert.Equal(vma.Start + PhysicalMemory.PageSize, handler.Last.Address);
        Assert.Equal(2, handler.Last.PageOffset);
        Assert.True(handler.Last.IsWrite);
    }

    [Fact]
    public void SecondTouch_DoesNotFault()
    {
        Page page = _memory.AllocPage()!;
        Vma vma = _space.Map(1, Shared, new Handlers.OnePage(page));
        _space.ReadByte(vma.Start, out _);

        Assert.Equal(VmFaultResult.NoPage, _space.Fault(vma.Start, isWrite: true));
        Assert.Equal((2, 1), (page.RefCount, page.MapCount));
    }

    [Fact]
    public void HandlerThatNeverFills_DoesNotHangTheAccess()
    {
        var liar = new Handlers.Liar();
        Vma vma = _space.Map(1, Shared, liar);

        Assert.Equal(Errno.EFAULT, _space.ReadByte(vma.Start, out _));
        Assert.Equal(16, liar.Calls);
        Assert.Equal(-(int)Errno.EFAULT, _space.PinUserPages(vma.Start, 1, GupFlags.None, new Page[1]));
    }

    [Fact]
    public void HandlerThatUnmaps_IsCaught()
    {
        var handler = new Unmapper();
        Vma vma = _space.Map(1, Shared, handler);

        Assert.Throws<LockRecursionException>(() => _space.ReadByte(vma.Start, out _));
        Assert.Equal(Errno.None, _space.Unmap(vma));
    }

    [Theory]
    [InlineData(Errno.None, VmFaultResult.NoPage, Errno.None)]
    [InlineData(Errno.EBUSY, VmFaultResult.NoPage, Errno.None)]
    [InlineData(Errno.ENOMEM, VmFaultResult.Oom, Errno.ENOMEM)]
    [InlineData(Errno.EHWPOISON, VmFaultResult.HwPoison, Errno.EHWPOISON)]
    [InlineData(Errno.EINVAL, VmFaultResult.SigBus, Errno.EFAULT)]
    [InlineData(Errno.EFAULT, VmFaultResult.SigBus, Errno.EFAULT)]
    public void ErrorsAndFaultResults(Errno error, VmFaultResult result, Errno back)
    {
        Assert.Equal(result, error.ToVmFault());
        Assert.Equal(back, result.ToErrno());
        Assert.Equal(back != Errno.None, result.IsFailure());
    }

    private sealed class Unmapper : IFaultHandler
    {
        public VmFaultResult Fault(VmFault fault)
        {
            fault.Vma.Space.Unmap(fault.Vma);
            return VmFaultResult.NoPage;
        }
    }
}
