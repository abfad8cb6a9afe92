
namespace Devmap;

/// <summary>Gives a child process the entries of its parent (<c>copy_page_range</c>), under the parent's lock for writing.</summary>
internal static class PageTableCopy
{
    /// <summary>
    /// Whether the child gets entries at all (<c>vma_needs_copy</c>): what a fault can bring back is not copied, which is
    /// the normal case of a shared file.
    /// </summary>
    public static bool IsNeeded(Vma vma) => vma.HasAnonymousPages || (vma.Flags & (VmFlags.PfnMap | VmFlags.MixedMap)) != 0;

    /// <returns><see cref="Errno.ENOMEM"/>: a pinned page needs a copy, and there is no memory for it.</returns>
    public static Errno Copy(Vma from, Vma to)
    {
        foreach (MappedEntry entry in from.Space.PageTable.UsedEntriesOf(from))
        {
            if (entry.IsHuge && CopyHuge(from, to, entry.Address))
            {
                continue;
            }

            ulong end = entry.IsHuge ? entry.Address + PageTable.TableSpan : entry.Address + PhysicalMemory.PageSize;
            for (ulong address = entry.Address; address < end; address += PhysicalMemory.PageSize)
            {
                Errno error = CopyOne(from, to, address);
                if (error != Errno.None)
                {
                    return error;
                }
            }
        }

        return Errno.None;
    }

    /// <returns>Whether nothing is left to be copied one by one.</returns>
    private static bool CopyHuge(Vma from, Vma to, ulong address)
    {
        if (from.Space.PageTable.FindLeaf(address) is not { } leaf)
        {
            return false;
        }

        // That of a file is brought back by a fault; a pinned folio is taken apart, so that what is pinned can be copied.
        if (from.Memory.Era.NormalPage(from, leaf.Pmd.PteAt(address)) is not { IsAnonymous: true } page)
        {
            return true;
        }

        if (page.MaybeDmaPinned)
        {
            HugeSplit.Split(from, address, leaf);
            return false;
        }

        PmdTable source = from.Space.PageTable.GetOrAddPmds(address);
        lock (source)
        {
            if (source.LeafAt(address) is not { } present || !page.TryMap())
            {
                return true;
            }

            var shared = new PmdLeaf(present.Pmd.Without(PteBits.Write));
            source.Set(address, shared);
            to.Space.PageTable.GetOrAddPmds(address).Set(address, shared);
            to.HasAnonymousPages = true;
            to.Space.AddResident(PteTable.Size);
            return true;
        }
    }

    private static Errno CopyOne(Vma from, Vma to, ulong address)
    {
        PteTable source = from.Space.PageTable.GetOrAdd(address)!;
        lock (source)
        {
            int index = PteTable.IndexOf(address);
            Pte pte = source[index];
            if (pte.IsNone)
            {
                return Errno.None;
            }

            Page? page = pte.IsPresent ? from.Memory.Era.NormalPage(from, pte) : pte.IsHwPoison ? null : from.Memory.PfnToPage(pte.Pfn);
            if (page is null)
            {
                // Nobody counts it, so the child's entry takes no reference either.
                to.Space.PageTable.GetOrAdd(address)![index] = pte;
                return Errno.None;
            }

            return page.IsAnonymous && page.MaybeDmaPinned
                ? CopyPage(to, address, pte, page)
                : Share(from, to, source, address, page);
        }
    }

    // Whoever has pinned the page writes to it as the parent's: the child gets what it holds now (copy_present_page).
    private static Errno CopyPage(Vma to, ulong address, Pte pte, Page page)
    {
        if (to.Memory.AllocPage() is not { } copy)
        {
            return Errno.ENOMEM;
        }

        copy.CopyContentFrom(page);
        copy.SetFlag(PageFlags.Anonymous);
        copy.HandReferenceToMapping();
        Enter(to, address, Pte.Make(copy.Pfn, pte.IsWritable ? PteBits.Write : PteBits.None));
        return Errno.None;
    }

    private static Errno Share(Vma from, Vma to, PteTable source, ulong address, Page page)
    {
        int index = PteTable.IndexOf(address);
        Pte pte = source[index];
        if (!page.TryMap())
        {
            return Errno.None;
        }

        if (from.IsCopyOnWrite && pte.IsWritable)
        {
            pte = pte.Without(PteBits.Write);
            source[index] = pte;
        }

        Enter(to, address, pte);
        return Errno.None;
    }

    private static void Enter(Vma to, ulong address, Pte pte)
    {
        to.Space.PageTable.GetOrAdd(address)![PteTable.IndexOf(address)] = pte;
        to.HasAnonymousPages = true;
        to.Space.AddResident(1);
    }
}
