using Devmap;

namespace DaxDriver;

/// <summary>Fills the mappings of the file, one page at each fault.</summary>
public sealed class FaultHandler : IFaultHandler
{
    private readonly PmemDevice _device;

    public FaultHandler(PmemDevice device) => _device = device;

    public VmFaultResult Fault(VmFault fault)
    {
        Page? page = _device.Memory.PfnToPage(_device.FrameOf(fault.PageOffset));
        if (page is null)
        {
            return VmFaultResult.SigBus;
        }

        return fault.Vma.InsertPage(fault.Address, page).ToVmFault(); // DVM1001: nothing keeps the page alive while it goes in
    }
}
