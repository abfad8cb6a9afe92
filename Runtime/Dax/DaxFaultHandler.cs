
namespace Devmap;

/// <summary>The fault handler of a file that is mapped without one of its own (<c>dax_iomap_fault</c>).</summary>
internal sealed class DaxFaultHandler : IHugeFaultHandler
{
    private readonly DaxFile _file;

    public DaxFaultHandler(DaxFile file) => _file = file;

    public VmFaultResult Fault(VmFault fault)
    {
        // Before a private copy is made the page is only read.
        bool isWrite = fault.IsWrite && !fault.Vma.IsCopyOnWrite;
        VmFaultResult result = Fill(fault, isWrite, isSynced: false);
        if (result != VmFaultResult.NeedDSync)
        {
            return result;
        }

        // The writer must not get ahead of what says that the block is the file's (MAP_SYNC).
        _file.Fsync(fault.PageOffset, 1);
        return Fill(fault, isWrite, isSynced: true);
    }

    public VmFaultResult HugeFault(VmFault fault)
    {
        long first = fault.Vma.PageOffset + (long)((fault.HugeAddress - fault.Vma.Start) >> PhysicalMemory.PageShift);
        if (_file.GetHugePage(first) is not { } page)
        {
            return VmFaultResult.Fallback;
        }

        try
        {
            Errno error = page.Memory.Era.InsertDaxPmd(fault.Vma, fault.HugeAddress, page, fault.IsWrite);
            return error is Errno.None or Errno.EBUSY ? VmFaultResult.NoPage : VmFaultResult.Fallback;
        }
        finally
        {
            page.Put();
        }
    }

    private VmFaultResult Fill(VmFault fault, bool isWrite, bool isSynced)
    {
        switch (_file.PrepareFault(fault.PageOffset, isWrite))
        {
            case DaxExtent.None:
                return VmFaultResult.SigBus;
            case DaxExtent.Hole:
                return PteInstaller.InsertZeroPage(fault.Vma, fault.Address).ToVmFault();
            case DaxExtent.NotYetSafe when isWrite && !isSynced && (fault.Vma.Flags & VmFlags.Sync) != 0:
                return VmFaultResult.NeedDSync;
        }

        if (_file.GetPage(fault.PageOffset) is not { } page)
        {
            return VmFaultResult.SigBus;
        }

        try
        {
            return page.Memory.Era.InsertDaxPage(fault.Vma, fault.Address, page, isWrite).ToVmFault();
        }
        finally
        {
            page.Put();
        }
    }
}
