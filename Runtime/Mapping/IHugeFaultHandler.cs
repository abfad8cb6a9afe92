namespace Devmap;

/// <summary>A fault handler that can fill entries of the second level, 512 pages at once (<c>vm_operations_struct.huge_fault</c>).</summary>
public interface IHugeFaultHandler : IFaultHandler
{
    /// <summary>
    /// Handles one fault where the mapping has all of the 512 pages around the address and nothing is there yet: installs
    /// a folio with <see cref="Vma.InsertFolioPmd"/>, or answers <see cref="VmFaultResult.Fallback"/>, and then
    /// <see cref="IFaultHandler.Fault"/> is asked. The same rules hold as there.
    /// </summary>
    VmFaultResult HugeFault(VmFault fault);
}
