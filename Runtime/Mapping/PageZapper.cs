using System;
using System.Collections.Generic;
using Devmap.Contracts;

namespace Devmap;

/// <summary>Empties page-table entries and gives up what they hold (<c>zap_page_range</c>, <c>zap_pte_range</c>).</summary>
[TrustedContract]
internal static class PageZapper
{
    public static void Zap(Vma vma, ulong start, ulong end)
    {
        var zapped = new List<Page>();
        for (ulong address = start; address < end; address = Math.Min(end, TableEnd(address)))
        {
            if (vma.Space.PageTable.Find(address) is { } table)
            {
                ZapTable(vma, table, address, Math.Min(end, TableEnd(address)), zapped);
                Release(zapped);
            }
        }
    }

    private static ulong TableEnd(ulong address) => (address & ~(PageTable.TableSpan - 1)) + PageTable.TableSpan;

    private static void ZapTable(Vma vma, PteTable table, ulong start, ulong end, List<Page> zapped)
    {
        lock (table)
        {
            for (ulong address = start; address < end; address += PhysicalMemory.PageSize)
            {
                int index = PteTable.IndexOf(address);
                Pte pte = table[index];
                if (!pte.IsPresent)
                {
                    continue;
                }

                table[index] = Pte.None;
                if (vma.Memory.Era.NormalPage(vma, pte) is { } page)
                {
                    if (pte.IsDirty)
                    {
                        page.SetFlag(PageFlags.Dirty);
                    }

                    zapped.Add(page);
                }
            }
        }

        vma.Space.AddResident(-zapped.Count);
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
