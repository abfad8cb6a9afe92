
namespace Devmap;

/// <summary>Fills mappings of a file in the page cache (<c>filemap_fault</c>, <c>shmem_fault</c>).</summary>
internal sealed class CachedFaultHandler : IFaultHandler
{
    private readonly CachedFile _file;

    public CachedFaultHandler(CachedFile file) => _file = file;

    public VmFaultResult Fault(VmFault fault)
    {
        if (_file.GetPage(fault.PageOffset, out Errno error) is not { } page)
        {
            return error == Errno.ENOMEM ? VmFaultResult.Oom : VmFaultResult.SigBus;
        }

        try
        {
            return fault.Vma.InsertPageMkWrite(fault.Address, page, fault.IsWrite && !fault.Vma.IsCopyOnWrite).ToVmFault();
        }
        finally
        {
            page.Put();
        }
    }
}
