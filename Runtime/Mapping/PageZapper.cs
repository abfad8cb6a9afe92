using System;
using System.Collections.Generic;

namespace Devmap;

/// <summary>Empties page-table entries and gives up what they hold (<c>zap_page_range</c>, <c>zap_pte_range</c>).</summary>
internal static class PageZapper
{
    public static void Zap(Vma vma, ulong start, ulong end)
    {
        var zapped = new List<Page>();
        for (ulong address = start; address < end; address = Math.Min(end, TableEnd(address)))
        {
            ulong stop = Math.Min(end, TableEnd(address));
            if (vma.Space.PageTable.FindLeaf(address) is { } leaf)
            {
                ZapHuge(vma, leaf, address, stop, zapped);
            }

            if (vma.Space.PageTable.Find(address) is { } table)
            {
                ZapTable(vma, table, address, stop, zapped);
            }

            Release(zapped);
        }
    }

    private static ulong TableEnd(ulong address) => (address & ~(PageTable.TableSpan - 1)) + PageTable.TableSpan;

    private static void ZapHuge(Vma vma, PmdLeaf leaf, ulong start, ulong stop, List<Page> zapped)
    {
        if (stop - start < PageTable.TableSpan)
        {
            HugeSplit.Split(vma, start, leaf);
            return;
        }

        PmdTable pmds = vma.Space.PageTable.GetOrAddPmds(start);
        lock (pmds)
        {
            // What stands there now: it may have become writable, or gone, since it was seen.
            if (pmds.LeafAt(start) is { } present)
            {
                pmds.Set(start, null);
                Withdraw(vma, present.Pmd.PteAt(start), zapped);
                vma.Space.AddResident(-zapped.Count * PteTable.Size);
            }
        }
    }

    private static void ZapTable(Vma vma, PteTable table, ulong start, ulong end, List<Page> zapped)
    {
        int before = zapped.Count;
        lock (table)
        {
            for (ulong address = start; address < end; address += PhysicalMemory.PageSize)
            {
                int index = PteTable.IndexOf(address);
                Pte pte = table[index];
                if (!pte.IsNone)
                {
                    table[index] = Pte.None;
                    Withdraw(vma, pte, zapped);
                }
            }
        }

        vma.Space.AddResident(before - zapped.Count);
    }

    private static void Withdraw(Vma vma, Pte pte, List<Page> zapped)
    {
        // The page on its way elsewhere has given up the reference of its entry already, and so has the one with an error.
        if (pte.IsMigration || pte.IsHwPoison)
        {
            return;
        }

        Page? page = pte.IsPresent ? vma.Memory.Era.NormalPage(vma, pte) : vma.Memory.PfnToPage(pte.Pfn);
        if (page is null)
        {
            return;
        }

        if (pte.IsDirty)
        {
            page.Head.SetFlag(PageFlags.Dirty);
        }

        zapped.Add(page);
    }

    // Only when no processor can reach the pages any more, which in the kernel is after the TLB flush.
    private static void Release(List<Page> zapped)
    {
        foreach (Page page in zapped)
        {
            page.Unmap();
        }

        zapped.Clear();
    }
}
