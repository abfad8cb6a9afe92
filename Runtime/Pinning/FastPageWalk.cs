using System.Threading;

namespace Devmap;

/// <summary>
/// Collects the pages behind a range of addresses without any lock (<c>lockless_pages_from_mm</c>). Nothing holds a page
/// between the look at its entry and the grab, so the entry is looked at again afterwards.
/// </summary>
internal static class FastPageWalk
{
    /// <returns>How many pages were taken, from the first on; the locked path has to see about the rest.</returns>
    public static int Run(PageTable table, PhysicalMemory memory, ulong start, int count, GupFlags flags, Page[] pages)
    {
        int taken = 0;
        while (taken < count && TryOne(table, memory, start + AddressSpace.Bytes(taken), flags, out Page? page))
        {
            pages[taken++] = page!;
        }

        return taken;
    }

    private static bool TryOne(PageTable table, PhysicalMemory memory, ulong address, GupFlags flags, out Page? page)
    {
        page = null;
        if (address >= PageTable.AddressLimit)
        {
            return false;
        }

        object? above = table.EntryAbove(address);
        Pte pte = EntryIn(above, address);
        bool allowed = pte.IsPresent && ((flags & GupFlags.Write) == 0 || pte.IsWritable);
        if (!allowed || !memory.Era.TryFollowFast(memory, pte, flags, out page))
        {
            return false;
        }

        if (ReferenceEquals(table.EntryAbove(address), above) && EntryIn(above, address) == pte && IsAllowed(page!, flags))
        {
            return true;
        }

        PageGrab.Release(page!, flags);
        page = null;
        return false;
    }

    // The owner of a file's page would not hear of writes that come when he has long stored it (folio_fast_pin_allowed).
    private static bool IsAllowed(Page page, GupFlags flags)
    {
        const GupFlags LongTermWrite = GupFlags.LongTerm | GupFlags.Write;
        return (flags & LongTermWrite) != LongTermWrite
            || !page.Memory.Era.RefusesLongTermFileWrites
            || page.Head.File is not CachedFile { TracksWrites: true };
    }

    private static Pte EntryIn(object? above, ulong address)
    {
        return above switch
        {
            PteTable ptes => ptes[PteTable.IndexOf(address)],
            PmdLeaf leaf => leaf.Pmd.PteAt(address),
            _ => Pte.None,
        };
    }
}
