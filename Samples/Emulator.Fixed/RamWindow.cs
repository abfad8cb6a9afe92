using Devmap;

namespace Emulator;

/// <summary>Shows the RAM of the guest to a process of the host, a debugger for example.</summary>
public sealed class RamWindow : IFaultHandler
{
    private readonly PhysicalMemory _host;
    private readonly Pfn _first;

    /// <param name="host">The memory of the host.</param>
    /// <param name="first">The host frame behind guest frame 0; the others follow it.</param>
    public RamWindow(PhysicalMemory host, Pfn first)
    {
        _host = host;
        _first = first;
    }

    public VmFaultResult Fault(VmFault fault)
    {
        Page? page = _host.PfnToPage(_first + fault.PageOffset);
        if (page is null || !page.TryGet())
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
