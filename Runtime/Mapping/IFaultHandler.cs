namespace Devmap;

/// <summary>Fills the page-table entries of a mapping when they are first used (<c>vm_operations_struct.fault</c>).</summary>
public interface IFaultHandler
{
    /// <summary>
    /// Handles one fault: installs a page with <see cref="Vma.InsertPage"/>, or a frame without struct page with
    /// <see cref="Vma.InsertPfn"/>, and answers <see cref="VmFaultResult.NoPage"/>.
    /// </summary>
    /// <remarks>
    /// Runs on the faulting thread under the address space's lock (<c>mmap_lock</c>, for reading), on several threads
    /// at once. It must not map, unmap or touch memory of the same address space.
    /// </remarks>
    VmFaultResult Fault(VmFault fault);
}
