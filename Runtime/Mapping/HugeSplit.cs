
namespace Devmap;

/// <summary>Replaces an entry of the second level where only some of its 512 pages are meant (<c>__split_huge_pmd</c>).</summary>
internal static class HugeSplit
{
    /// <summary>
    /// Anonymous memory gets 512 entries for the same pages, each with a reference of its own. That of a file is taken out
    /// of the page table as a whole: a fault brings back what is wanted.
    /// </summary>
    public static void Split(Vma vma, ulong address, PmdLeaf leaf)
    {
        PmdTable pmds = vma.Space.PageTable.GetOrAddPmds(address);
        Page? withdrawn = null;
        lock (pmds)
        {
            if (!ReferenceEquals(pmds.LeafAt(address), leaf))
            {
                return;
            }

            Page? counted = vma.Memory.Era.NormalPage(vma, leaf.Pmd.PteAt(address));
            if (counted is not { IsAnonymous: true })
            {
                pmds.Set(address, null);
                vma.Space.AddResident(counted is null ? 0 : -PteTable.Size);
                withdrawn = counted;
            }
            else
            {
                pmds.Set(address, Fill(leaf, address, counted));
            }
        }

        withdrawn?.Unmap();
    }

    private static PteTable Fill(PmdLeaf leaf, ulong address, Page counted)
    {
        var table = new PteTable();
        ulong start = address & ~(PageTable.TableSpan - 1);
        for (int i = 0; i < PteTable.Size; i++)
        {
            // The reference of the large entry becomes that of the first small one.
            if (i > 0 && !counted.TryMap())
            {
                break;
            }

            table[i] = leaf.Pmd.PteAt(start + AddressSpace.Bytes(i));
        }

        return table;
    }
}
