using Devmap.Contracts;

namespace Devmap;

/// <summary>Fills mappings of a device-dax instance (<c>dev_dax_huge_fault</c>).</summary>
internal sealed class DevDaxFaultHandler : IHugeFaultHandler
{
    private readonly DevDax _device;

    public DevDaxFaultHandler(DevDax device) => _device = device;

    private PhysicalMemory Memory => _device.PgMap.Zone.Memory;

    // A mapping in pieces of 512 pages is filled in such pieces, or not at all.
    public VmFaultResult Fault(VmFault fault)
    {
        if (_device.Alignment > 1 || GetPage(fault.PageOffset) is not { } page)
        {
            return VmFaultResult.SigBus;
        }

        try
        {
            page.Head.SetMapping(_device, fault.PageOffset);
            return Memory.Era.InsertDaxPage(fault.Vma, fault.Address, page, fault.IsWrite).ToVmFault();
        }
        finally
        {
            page.Put();
        }
    }

    public VmFaultResult HugeFault(VmFault fault)
    {
        if (_device.Alignment == 1)
        {
            return VmFaultResult.Fallback;
        }

        long first = fault.PageOffset & ~(long)(PteTable.Size - 1);
        if (GetPage(first) is not { } page)
        {
            return VmFaultResult.SigBus;
        }

        try
        {
            page.SetMapping(_device, first);
            Errno error = Memory.Era.InsertDaxPmd(fault.Vma, fault.HugeAddress, page, fault.IsWrite);
            return error is Errno.None or Errno.EBUSY ? VmFaultResult.NoPage : VmFaultResult.SigBus;
        }
        finally
        {
            page.Put();
        }
    }

    /// <summary>A page of the device, held for the time of the fault. The range's own reference is there to take it on.</summary>
    [return: AcquiresRef(When = When.NotNull)]
    private Page? GetPage(long pageOffset)
    {
        bool exists = _device.IsAlive && pageOffset >= 0 && pageOffset < _device.PgMap.PageCount;
        return exists && Memory.PfnToPage(_device.PgMap.Start + pageOffset) is { } page && page.TryGet() ? page : null;
    }
}
