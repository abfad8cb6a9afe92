
namespace Devmap;

/// <summary>Puts pages back into the page table, here or there (<c>migrate_vma_finalize</c>, <c>remove_migration_ptes</c>).</summary>
internal static class MigrateFinisher
{
    public static void Finish(Vma vma, ulong address, MigrateEntry entry)
    {
        if (entry.Source is not { } source)
        {
            return;
        }

        bool shown = Show(vma, address, entry);
        if (entry.Destination is { } unused && !shown)
        {
            unused.Put();
        }

        if (!entry.IsFaultPage)
        {
            source.ClearFlag(PageFlags.Locked);
        }

        source.Put();
    }

    /// <returns>Whether the new place is in the page table, which has taken over the reference on it.</returns>
    private static bool Show(Vma vma, ulong address, MigrateEntry entry)
    {
        PteTable table = vma.Space.PageTable.GetOrAdd(address)!;
        lock (table)
        {
            int index = PteTable.IndexOf(address);

            // Zapped meanwhile: then neither place is wanted.
            if (table[index] != entry.Placeholder)
            {
                return false;
            }

            if (entry.Destination is { } destination)
            {
                destination.SetFlag(PageFlags.Anonymous);
                destination.HandReferenceToMapping();
                table[index] = EntryFor(destination, entry.Before);
            }
            else if (entry.Source!.TryMap())
            {
                table[index] = entry.Before;
            }

            vma.Space.AddResident(1);
            return entry.Destination is not null;
        }
    }

    private static Pte EntryFor(Page page, Pte before)
    {
        PteBits write = before.IsWritable ? PteBits.Write : PteBits.None;
        return page.PgMap?.Type == MemoryType.Private ? Pte.MakeSwap(page.Pfn, PteBits.DevicePrivate | write) : Pte.Make(page.Pfn, write);
    }
}
