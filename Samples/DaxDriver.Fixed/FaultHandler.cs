using Devmap;

namespace DaxDriver;

/// <summary>Fills the mappings of the file, one page at each fault.</summary>
public sealed class FaultHandler : IFaultHandler
{
    private readonly PmemDevice _device;

    public FaultHandler(PmemDevice device) => _device = device;

    public VmFaultResult Fault(VmFault fault)
    {
        // The file hands its pages out with a reference, also those that nobody used before.
        Page? page = _device.File.GetPage(fault.PageOffset);
        if (page is null)
        {
            return VmFaultResult.SigBus;
        }

        try
        {
            return fault.Vma.InsertPage(fault.Address, page).ToVmFault();
        }
        finally
        {
            page.Put();
        }
    }
}
