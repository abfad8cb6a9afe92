
namespace Devmap;

/// <summary>Page faults (<c>handle_mm_fault</c>), under the address space's lock.</summary>
internal static class PageFaults
{
    /// <summary>Brings the entry of an address nearer to what the access needs: one step, so callers look and come again.</summary>
    public static VmFaultResult Handle(Vma vma, ulong address, bool isWrite)
    {
        object? above = vma.Space.PageTable.EntryAbove(address);
        if (above is PmdLeaf leaf)
        {
            return isWrite && !leaf.Pmd.IsWritable ? HugeFaults.MakeWritable(vma, address, leaf) : VmFaultResult.NoPage;
        }

        if (above is null && HugeFaults.TryHandle(vma, address, isWrite) is var result and not VmFaultResult.Fallback)
        {
            return result;
        }

        Pte pte = vma.Space.PageTable.Lookup(address);
        if (pte.IsNone)
        {
            return vma.Backing.Handler is { } handler
                ? Call(handler, new VmFault(vma, address, isWrite))
                : AnonymousFaults.Add(vma, address);
        }

        if (!pte.IsPresent)
        {
            return SwapFaults.Handle(vma, address, pte);
        }

        return isWrite && !pte.IsWritable ? WriteProtected(vma, address, pte) : VmFaultResult.NoPage;
    }

    /// <summary>Whether the mapping allows the access at all (<c>access_error</c>).</summary>
    public static bool Allows(Vma vma, bool isWrite) => (vma.Flags & (isWrite ? VmFlags.Write : VmFlags.Read)) != 0;

    /// <summary>A write to an entry that does not allow it yet (<c>do_wp_page</c>).</summary>
    private static VmFaultResult WriteProtected(Vma vma, ulong address, Pte pte)
    {
        if (vma.IsCopyOnWrite)
        {
            return AnonymousFaults.CopyOnWrite(vma, address, pte);
        }

        // The owner of the memory may want to know (pfn_mkwrite, page_mkwrite); otherwise the mapping's word is enough.
        return vma.Backing is { Handler: { } handler, File.TracksWrites: true }
            ? Call(handler, new VmFault(vma, address, isWrite: true))
            : MakeWritable(vma, address, pte);
    }

    private static VmFaultResult MakeWritable(Vma vma, ulong address, Pte pte)
    {
        if (vma.Space.PageTable.Find(address) is { } table)
        {
            lock (table)
            {
                int index = PteTable.IndexOf(address);
                if (table[index].Pfn == pte.Pfn && table[index].IsPresent)
                {
                    table[index] = table[index].With(PteBits.Write | PteBits.Dirty);
                }
            }
        }

        return VmFaultResult.NoPage;
    }

    private static VmFaultResult Call(IFaultHandler handler, VmFault fault)
    {
        long balance = Probe.Balance;
        VmFaultResult result = fault.Vma.Backing.File is { } file ? file.Fault(handler, fault) : handler.Fault(fault);
        Probe.RestoreBalance(balance);
        return result;
    }
}
