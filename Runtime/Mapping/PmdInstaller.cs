using Devmap.Contracts;

namespace Devmap;

/// <summary>Fills entries of the second level (<c>insert_pmd</c>), under the lock of their table.</summary>
internal static class PmdInstaller
{
    /// <summary>One reference, one mapping, 512 pages (<c>vmf_insert_folio_pmd</c>).</summary>
    public static Errno InsertFolio(Vma vma, ulong address, Folio folio, bool isWrite)
    {
        PteInstaller.CheckPage(vma, folio.Head);
        if (folio.Order != Folio.PmdOrder)
        {
            return Errno.EINVAL;
        }

        return folio.RefCount == 0 ? Errno.EINVAL : Insert(vma, address, Pmd.Make(folio.Head.Pfn, Bits(vma, isWrite)), isWrite, folio.Head);
    }

    /// <summary>512 frames of a device range that nobody counts (<c>vmf_insert_pfn_pmd</c>).</summary>
    public static Errno InsertPfn(Vma vma, ulong address, Pfn pfn, bool isWrite)
        => Insert(vma, address, Pmd.Make(pfn, Bits(vma, isWrite) | PteBits.Devmap), isWrite, counted: null);

    /// <summary>A new folio of anonymous memory; the entry takes over the caller's reference when it succeeds.</summary>
    public static Errno InsertAnonymous(Vma vma, ulong address, [ReleasesRef(When = When.Zero)] Page head)
    {
        PmdTable pmds = vma.Space.PageTable.GetOrAddPmds(address);
        lock (pmds)
        {
            if (!vma.IsMapped)
            {
                return Errno.EFAULT;
            }

            if (pmds[PmdTable.IndexOf(address)] is not null)
            {
                return Errno.EBUSY;
            }

            head.SetFlag(PageFlags.Anonymous);
            head.HandReferenceToMapping();
            vma.HasAnonymousPages = true;
            PteBits write = (vma.Flags & VmFlags.Write) != 0 ? PteBits.Write : PteBits.None;
            pmds.Set(address, new PmdLeaf(Pmd.Make(head.Pfn, write)));
            vma.Space.AddResident(PteTable.Size);
            return Errno.None;
        }
    }

    private static PteBits Bits(Vma vma, bool isWrite) => isWrite ? vma.ProtectionFor(isWrite) | PteBits.Dirty : vma.ProtectionFor(isWrite);

    private static Errno Insert(Vma vma, ulong address, Pmd pmd, bool isWrite, Page? counted)
    {
        ulong start = address & ~(PageTable.TableSpan - 1);
        if (!vma.ContainsHuge(start))
        {
            return Errno.EFAULT;
        }

        PmdTable pmds = vma.Space.PageTable.GetOrAddPmds(address);
        lock (pmds)
        {
            if (!vma.IsMapped)
            {
                return Errno.EFAULT;
            }

            if (pmds[PmdTable.IndexOf(address)] is { } present)
            {
                return isWrite && present is PmdLeaf leaf && leaf.Pmd.Pfn == pmd.Pfn ? MakeWritable(pmds, address, leaf) : Errno.EBUSY;
            }

            EntryChecks.BeforePublishing(vma, pmd.PteAt(start));
            if (counted is not null && !counted.TryMap())
            {
                return Errno.EINVAL;
            }

            pmds.Set(address, new PmdLeaf(pmd));
            vma.Space.AddResident(counted is null ? 0 : PteTable.Size);
            return Errno.None;
        }
    }

    private static Errno MakeWritable(PmdTable pmds, ulong address, PmdLeaf leaf)
    {
        pmds.Set(address, new PmdLeaf(leaf.Pmd.With(PteBits.Write | PteBits.Young | PteBits.Dirty)));
        return Errno.None;
    }
}
