using Devmap.Contracts;

namespace Devmap;

/// <summary>
/// Empties the entries that lead to a page in all address spaces (<c>try_to_unmap</c>). The model has no reverse mapping
/// of anonymous pages: it looks at all page tables.
/// </summary>
internal static class FrameUnmapper
{
    /// <param name="page">The page.</param>
    /// <param name="leaveError">Whether a later touch finds an error there instead of faulting anew (<c>make_hwpoison_entry</c>).</param>
    public static void Unmap([UncountedRef] Page page, bool leaveError)
    {
        foreach (AddressSpace space in page.Memory.AddressSpaces)
        {
            foreach (Vma vma in space.Vmas)
            {
                foreach (MappedEntry entry in space.PageTable.EntriesOf(vma))
                {
                    bool leads = entry.IsHuge ? page.Pfn - entry.Pfn is >= 0 and < PteTable.Size : entry.Pfn == page.Pfn;
                    if (leads)
                    {
                        Empty(space, vma, entry, page, leaveError);
                    }
                }
            }
        }
    }

    private static void Empty(AddressSpace space, Vma vma, MappedEntry entry, Page page, bool leaveError)
    {
        ulong address = entry.IsHuge ? entry.Address + AddressSpace.Bytes((int)(page.Pfn - entry.Pfn)) : entry.Address;
        space.Zap(vma, address, 1);
        if (leaveError && space.PageTable.GetOrAdd(address) is { } table)
        {
            lock (table)
            {
                if (table[PteTable.IndexOf(address)].IsNone)
                {
                    table[PteTable.IndexOf(address)] = Pte.MakeSwap(page.Pfn, PteBits.HwPoison);
                }
            }
        }
    }
}
