using Devmap.Contracts;

namespace Devmap;

/// <summary>Takes pages out of the page table for a while (<c>migrate_vma_collect_pmd</c>, <c>migrate_device_unmap</c>).</summary>
internal static class MigrateCollector
{
    public static MigrateEntry Collect(Vma vma, ulong address, MigrateSelect select, object? pgmapOwner, Page? faultPage)
    {
        if (vma.Space.PageTable.Find(address) is not { } table)
        {
            return default;
        }

        var entry = default(MigrateEntry);
        lock (table)
        {
            int index = PteTable.IndexOf(address);
            entry.Before = table[index];
            if (Select(vma, entry.Before, select, pgmapOwner) is not { } page)
            {
                return default;
            }

            // The reference first: the entry's is about to go.
            entry.IsFaultPage = ReferenceEquals(page, faultPage) && page.HasFlag(PageFlags.Locked);
            if (!page.TryGet())
            {
                return default;
            }

            if (!entry.IsFaultPage && !page.TrySetFlag(PageFlags.Locked))
            {
                page.Put();
                return default;
            }

            entry.Source = page;
            table[index] = entry.Placeholder;
        }

        entry.Source.Unmap();
        vma.Space.AddResident(-1);
        return IsHeldElsewhere(entry, faultPage) ? Restore(vma, address, entry) : entry;
    }

    [return: UncountedRef]
    private static Page? Select(Vma vma, Pte pte, MigrateSelect select, object? pgmapOwner)
    {
        if (pte.IsDevicePrivate && (select & MigrateSelect.DevicePrivate) != 0)
        {
            // Another driver's pages mean nothing to this one.
            return vma.Memory.PfnToPage(pte.Pfn) is { PgMap: { } pgmap } page && Equals(pgmap.Owner, pgmapOwner) ? page : null;
        }

        bool isRam = pte.IsPresent && (select & MigrateSelect.System) != 0;
        return isRam && vma.Memory.Era.NormalPage(vma, pte) is { IsAnonymous: true, IsHead: false, IsTail: false } ram ? ram : null;
    }

    // Whoever else holds the page may look at it at any time (migrate_vma_check_page).
    private static bool IsHeldElsewhere(MigrateEntry entry, Page? faultPage)
    {
        Page page = entry.Source!;
        PageCounts counts = page.Counts;
        bool faultHolds = ReferenceEquals(page, faultPage) && page.Memory.Era.HoldsPageDuringMigrateToRam;
        int own = 1 + (faultHolds ? 1 : 0) + page.Zone.BaseReferences;
        return counts.References > own || counts.Pins > 0 || counts.Mappings > 0;
    }

    private static MigrateEntry Restore(Vma vma, ulong address, MigrateEntry entry)
    {
        MigrateFinisher.Finish(vma, address, entry);
        return default;
    }
}
