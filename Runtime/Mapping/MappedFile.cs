using System.Collections.Generic;

namespace Devmap;

/// <summary>Something with pages that can be mapped into address spaces, and knows where it is (<c>struct address_space</c>).</summary>
public abstract class MappedFile
{
    private readonly List<Vma> _vmas = new();

    private protected MappedFile()
    {
    }

    /// <summary>Whether it is mapped anywhere (<c>mapping_mapped</c>). A snapshot.</summary>
    public bool IsMapped
    {
        get
        {
            lock (_vmas)
            {
                return _vmas.Count > 0;
            }
        }
    }

    /// <summary>Whether the memory is that of a filesystem on FS-DAX, which truncation can take away.</summary>
    internal virtual bool IsFsDax => false;

    /// <summary>Whether writes have to be told to the owner of the memory (<c>vma_needs_dirty_tracking</c>).</summary>
    internal virtual bool TracksWrites => false;

    /// <summary>Empties every page-table entry that shows the file, in all address spaces (<c>unmap_mapping_range</c>).</summary>
    /// <remarks>This is what has to be done before the device's memory goes away: nobody else does it.</remarks>
    public void UnmapAll() => UnmapRange(0, long.MaxValue);

    /// <summary>Empties the page-table entries that show a part of the file, in all address spaces (<c>unmap_mapping_range</c>).</summary>
    /// <param name="pageIndex">The first page of the part.</param>
    /// <param name="pageCount">Its length in pages; <see cref="long.MaxValue"/>: to the end.</param>
    public void UnmapRange(long pageIndex, long pageCount)
    {
        // Locked to the end: while a mapping is linked here, its addresses cannot become another's.
        lock (_vmas)
        {
            foreach (Vma vma in _vmas)
            {
                vma.ZapFilePages(pageIndex, pageCount);
            }
        }
    }

    /// <summary>A fault on a mapping of the file.</summary>
    internal virtual VmFaultResult Fault(IFaultHandler handler, VmFault fault) => handler.Fault(fault);

    /// <summary>A fault that may fill an entry of the second level, on a mapping of the file.</summary>
    internal virtual VmFaultResult HugeFault(IHugeFaultHandler handler, VmFault fault) => handler.HugeFault(fault);

    /// <summary>A mapping of the file begins (<c>vma_link_file</c>).</summary>
    internal void Link(Vma vma)
    {
        lock (_vmas)
        {
            _vmas.Add(vma);
        }
    }

    /// <summary>A mapping of the file ends (<c>unlink_file_vma</c>).</summary>
    internal void Unlink(Vma vma)
    {
        lock (_vmas)
        {
            _vmas.Remove(vma);
        }
    }
}
