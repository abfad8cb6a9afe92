using System;
using Devmap.Contracts;

namespace Devmap;

/// <summary>Fills page-table entries (<c>insert_page</c>, <c>insert_pfn</c>), under the lock of their table.</summary>
internal static class PteInstaller
{
    /// <summary>What an occupied entry means to who wants to fill it.</summary>
    private enum WhenOccupied
    {
        Busy,
        Success,
        MakeWritable,
    }

    public static Errno InsertPage(Vma vma, ulong address, [RequiresRef] Page page)
        => InsertPage(vma, address, page, vma.Protection, WhenOccupied.Busy);

    public static Errno InsertPageMkWrite(Vma vma, ulong address, [RequiresRef] Page page, bool isWrite)
    {
        PteBits bits = vma.ProtectionFor(isWrite);
        return InsertPage(vma, address, page, isWrite ? bits | PteBits.Dirty : bits, isWrite ? WhenOccupied.MakeWritable : WhenOccupied.Busy);
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

        return InsertFrame(vma, address, pfn, PteBits.Special | vma.Protection, WhenOccupied.Success);
    }

    public static Errno InsertMixed(Vma vma, ulong address, Pfn pfn) => InsertMixed(vma, address, pfn, vma.Protection, WhenOccupied.Success);

    public static Errno InsertMixedMkWrite(Vma vma, ulong address, Pfn pfn, bool isWrite)
    {
        PteBits bits = vma.ProtectionFor(isWrite);
        return InsertMixed(vma, address, pfn, isWrite ? bits | PteBits.Dirty : bits, isWrite ? WhenOccupied.MakeWritable : WhenOccupied.Success);
    }

    /// <summary>The page of zeros, which nobody counts, for a place that was never written (<c>dax_load_hole</c>).</summary>
    public static Errno InsertZeroPage(Vma vma, ulong address) => InsertFrame(vma, address, Pte.ZeroFrame, PteBits.Special, WhenOccupied.Success);

    /// <summary>Installs a new page of anonymous memory; the entry takes over the caller's reference when it succeeds.</summary>
    public static Errno InsertAnonymous(Vma vma, ulong address, Pte expected, [ReleasesRef(When = When.Zero)] Page page)
    {
        if (vma.Space.PageTable.GetOrAdd(address) is not { } table)
        {
            return Errno.EBUSY;
        }

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
            vma.HasAnonymousPages = true;
            table[index] = Pte.Make(page.Pfn, (vma.Flags & VmFlags.Write) != 0 ? PteBits.Write : PteBits.None);
            vma.Space.AddResident(1);
            return Errno.None;
        }
    }

    internal static void CheckPage(Vma vma, Page page)
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

    private static Errno InsertPage(Vma vma, ulong address, [RequiresRef] Page page, PteBits bits, WhenOccupied occupied)
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

        // As the kernel asks: a page that only its device range keeps (count 1 in some eras) passes here.
        if (page.RefCount == 0 || page.IsAnonymous)
        {
            return Errno.EINVAL;
        }

        return Fill(vma, address, Pte.Make(page.Pfn, bits), page, occupied);
    }

    private static Errno InsertMixed(Vma vma, ulong address, Pfn pfn, PteBits bits, WhenOccupied occupied)
    {
        Page? page = vma.Memory.PfnToPage(pfn);
        if (vma.Memory.Era.MakesDevmapEntry(page))
        {
            return InsertFrame(vma, address, pfn, bits | PteBits.Special | PteBits.Devmap, occupied);
        }

        return (vma.Flags & VmFlags.MixedMap) != 0
            ? InsertFrame(vma, address, pfn, bits | PteBits.Special, occupied)
            : vma.Memory.Era.RefuseMixed(vma, pfn);
    }

    // The hardware sets these two at any time; they do not make it another entry.
    private static Pte WithoutUseBits(Pte pte) => pte.Without(PteBits.Young | PteBits.Dirty);

    private static Errno InsertFrame(Vma vma, ulong address, Pfn pfn, PteBits bits, WhenOccupied occupied)
    {
        if (pfn.Value >= Pte.FrameLimit)
        {
            return Errno.EINVAL;
        }

        return vma.Contains(address) ? Fill(vma, address, Pte.Make(pfn, bits), counted: null, occupied) : Errno.EFAULT;
    }

    private static Errno Fill(Vma vma, ulong address, Pte pte, Page? counted, WhenOccupied occupied)
    {
        if (vma.Space.PageTable.GetOrAdd(address) is not { } table)
        {
            return occupied == WhenOccupied.Busy ? Errno.EBUSY : Errno.None;
        }

        lock (table)
        {
            int index = PteTable.IndexOf(address);
            if (!vma.IsMapped)
            {
                return Errno.EFAULT;
            }

            if (!table[index].IsNone)
            {
                return Occupied(table, index, pte, occupied);
            }

            return Publish(vma, table, index, pte, counted) ? Errno.None : Errno.EINVAL;
        }
    }

    // The page of zeros gives way to what is written; any other page stays, and only becomes writable where it is the same.
    private static Errno Occupied(PteTable table, int index, Pte pte, WhenOccupied occupied)
    {
        Pte present = table[index];
        if (occupied != WhenOccupied.MakeWritable)
        {
            return occupied == WhenOccupied.Busy ? Errno.EBUSY : Errno.None;
        }

        if (!present.IsPresent || present.Pfn != pte.Pfn)
        {
            return Errno.EFAULT;
        }

        table[index] = present.With(PteBits.Write | PteBits.Young | PteBits.Dirty);
        return Errno.None;
    }

    private static bool Publish(Vma vma, PteTable table, int index, Pte pte, Page? counted)
    {
        EntryChecks.BeforePublishing(vma, pte);
        bool late = vma.Memory.HasDefect(KernelDefects.EntryBeforeReference);
        if (counted is not null && late)
        {
            table[index] = pte;
            EntryChecks.AfterPublishing(vma, counted);
        }

        // The reference comes before the entry: whoever finds the page through the entry finds it alive.
        if (counted is not null && !counted.TryMap())
        {
            table[index] = Pte.None;
            return false;
        }

        if (counted is not null && !late)
        {
            EntryChecks.AfterPublishing(vma, counted);
        }

        table[index] = pte;
        vma.Space.AddResident(counted is null ? 0 : 1);
        return true;
    }
}
