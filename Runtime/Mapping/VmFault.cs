namespace Devmap;

/// <summary>One page fault, for the handler of the mapping (<c>struct vm_fault</c>).</summary>
public sealed class VmFault
{
    internal VmFault(Vma vma, ulong address, bool isWrite)
    {
        Vma = vma;
        Address = address & ~(ulong)(PhysicalMemory.PageSize - 1);
        IsWrite = isWrite;
        PageOffset = vma.PageOffset + (long)((Address - vma.Start) >> PhysicalMemory.PageShift);
    }

    /// <summary>The mapping.</summary>
    public Vma Vma { get; }

    /// <summary>The address of the page that was touched, a multiple of the page size.</summary>
    public ulong Address { get; }

    /// <summary>The page of the mapped object, counted from its beginning (<c>pgoff</c>).</summary>
    public long PageOffset { get; }

    /// <summary>The first address of the 512 pages around <see cref="Address"/> that an entry of the second level would show.</summary>
    public ulong HugeAddress => Address & ~(PageTable.TableSpan - 1);

    /// <summary>Whether it was touched for writing (<c>FAULT_FLAG_WRITE</c>).</summary>
    public bool IsWrite { get; }
}
