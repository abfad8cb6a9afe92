namespace Devmap;

/// <summary>The fault handler of a file that is mapped without one of its own (<c>dax_iomap_fault</c>).</summary>
internal sealed class DaxFaultHandler : IFaultHandler
{
    private readonly DaxFile _file;

    public DaxFaultHandler(DaxFile file) => _file = file;

    public VmFaultResult Fault(VmFault fault)
    {
        if (_file.GetPage(fault.PageOffset) is not { } page)
        {
            return VmFaultResult.SigBus;
        }

        try
        {
            return page.Memory.Era.InsertDaxPage(fault.Vma, fault.Address, page).ToVmFault();
        }
        finally
        {
            page.Put();
        }
    }
}
