
namespace Devmap;

/// <summary>Faults that an entry of the second level can answer (<c>create_huge_pmd</c>, <c>wp_huge_pmd</c>).</summary>
internal static class HugeFaults
{
    /// <returns><see cref="VmFaultResult.Fallback"/>: an entry of the lowest level has to do.</returns>
    public static VmFaultResult TryHandle(Vma vma, ulong address, bool isWrite)
    {
        if (!vma.ContainsHuge(address & ~(PageTable.TableSpan - 1)))
        {
            return VmFaultResult.Fallback;
        }

        if (vma.Backing.Handler is { } handler)
        {
            // A private copy is made page by page.
            bool possible = handler is IHugeFaultHandler && !(isWrite && vma.IsCopyOnWrite);
            return possible ? Call((IHugeFaultHandler)handler, new VmFault(vma, address, isWrite)) : VmFaultResult.Fallback;
        }

        return (vma.Flags & VmFlags.HugePage) != 0 ? AddAnonymous(vma, address) : VmFaultResult.Fallback;
    }

    /// <summary>A write to 512 pages that are mapped for reading.</summary>
    public static VmFaultResult MakeWritable(Vma vma, ulong address, PmdLeaf leaf)
    {
        if (!vma.IsCopyOnWrite)
        {
            return vma.Backing.Handler is IHugeFaultHandler handler ? Call(handler, new VmFault(vma, address, isWrite: true)) : VmFaultResult.SigBus;
        }

        // One page of them will be copied; the next look finds it by itself.
        HugeSplit.Split(vma, address, leaf);
        return VmFaultResult.NoPage;
    }

    private static VmFaultResult AddAnonymous(Vma vma, ulong address)
    {
        if (vma.Memory.AllocPages(Folio.PmdOrder) is not { } head)
        {
            return VmFaultResult.Fallback;
        }

        Errno error = PmdInstaller.InsertAnonymous(vma, address, head);
        if (error != Errno.None)
        {
            head.Put();
        }

        return error.ToVmFault();
    }

    private static VmFaultResult Call(IHugeFaultHandler handler, VmFault fault)
    {
        long balance = Probe.Balance;
        VmFaultResult result = fault.Vma.Backing.File is { } file ? file.HugeFault(handler, fault) : handler.HugeFault(fault);
        Probe.RestoreBalance(balance);
        return result;
    }
}
