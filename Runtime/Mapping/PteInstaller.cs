using System;
using Devmap.Contracts;

namespace Devmap;

/// <summary>Fills page-table entries (<c>insert_page</c>, <c>insert_pfn</c>), under the lock of their table.</summary>
[TrustedContract]
internal static class PteInstaller
{
    public static Errno InsertPage(Vma vma, ulong address, [RequiresRef] Page page)
    {
        CheckPage(vma, page);
        if ((vma.Flags & VmFlags.PfnMap) != 0)
        {
            throw new KernelBugException("vm_insert_page", "the range is VM_PFNMAP");
        }

        if (!vma.Contains(address))
        {
            return Errno.EFAULT;
        }

        if (page.RefCount == 0 || page.IsAnonymous)
        {
            return Errno.EINVAL;
        }

        return Fill(vma, address, Errno.EBUSY, () =>
        {
            // The reference comes before the entry: whoever finds the page through the entry finds it alive.
            return page.TryMap() ? Pte.Make(page.Pfn, vma.Protection) : Pte.None;
        });
    }

    public static Errno InsertPfn(Vma vma, ulong address, Pfn pfn)
    {
        bool pfnMap = (vma.Flags & VmFlags.PfnMap) != 0;
        bool mixedMap = (vma.Flags & VmFlags.MixedMap) != 0;
        if (pfnMap == mixedMap)
        {
            throw new KernelBugException("vmf_insert_pfn", "the range must be either VM_PFNMAP or VM_MIXEDMAP");
        }

        if (pfnMap && vma.IsCopyOnWrite)
        {
            throw new KernelBugException("vmf_insert_pfn", "a VM_PFNMAP range cannot be copied on write");
        }

        if (mixedMap && vma.Memory.PfnToPage(pfn) is not null)
        {
            throw new KernelBugException("vmf_insert_pfn", $"{pfn} has a struct page and the range is VM_MIXEDMAP");
        }

        return InsertFrame(vma, address, pfn, PteBits.Special);
    }

    public static Errno InsertMixed(Vma vma, ulong address, Pfn pfn)
    {
        Page? page = vma.Memory.PfnToPage(pfn);
        if (vma.Memory.Era.MakesDevmapEntry(page))
        {
            return InsertFrame(vma, address, pfn, PteBits.Special | PteBits.Devmap);
        }

        return (vma.Flags & VmFlags.MixedMap) != 0
            ? InsertFrame(vma, address, pfn, PteBits.Special)
            : vma.Memory.Era.RefuseMixed(vma, pfn);
    }

    /// <summary>Installs a new page of anonymous memory; the entry takes over the caller's reference when it succeeds.</summary>
    public static Errno InsertAnonymous(Vma vma, ulong address, Pte expected, [ReleasesRef(When = When.Zero)] Page page)
    {
        PteTable table = vma.Space.PageTable.GetOrAdd(address);
        lock (table)
        {
            if (!vma.IsMapped)
            {
                return Errno.EFAULT;
            }

            int index = PteTable.IndexOf(address);
            if (WithoutUseBits(table[index]) != WithoutUseBits(expected))
            {
                return Errno.EBUSY;
            }

            page.SetFlag(PageFlags.Anonymous);
            page.HandReferenceToMapping();
            table[index] = Pte.Make(page.Pfn, (vma.Flags & VmFlags.Write) != 0 ? PteBits.Write : PteBits.None);
            vma.Space.AddResident(1);
            return Errno.None;
        }
    }

    // The hardware sets these two at any time; they do not make it another entry.
    private static Pte WithoutUseBits(Pte pte) => new(pte.Value & ~(ulong)(PteBits.Young | PteBits.Dirty));

    private static Errno InsertFrame(Vma vma, ulong address, Pfn pfn, PteBits bits)
    {
        if (pfn.Value >= Pte.FrameLimit)
        {
            return Errno.EINVAL;
        }

        return vma.Contains(address)
            ? Fill(vma, address, Errno.None, () => Pte.Make(pfn, bits | vma.Protection))
            : Errno.EFAULT;
    }

    private static Errno Fill(Vma vma, ulong address, Errno whenOccupied, Func<Pte> make)
    {
        PteTable table = vma.Space.PageTable.GetOrAdd(address);
        lock (table)
        {
            int index = PteTable.IndexOf(address);
            if (!vma.IsMapped)
            {
                return Errno.EFAULT;
            }

            if (!table[index].IsNone)
            {
                return whenOccupied;
            }

            Pte pte = make();
            if (pte.IsNone)
            {
                return Errno.EINVAL;
            }

            table[index] = pte;
            vma.Space.AddResident(pte.IsSpecial ? 0 : 1);
            return Errno.None;
        }
    }

    private static void CheckPage(Vma vma, Page page)
    {
        if (page is null)
        {
            throw new ArgumentNullException(nameof(page));
        }

        if (page.Memory != vma.Memory)
        {
            throw new ArgumentException("The page belongs to another machine.", nameof(page));
        }
    }
}
