using System;

namespace Devmap;

/// <summary>Collects the pages behind a range of addresses (<c>__get_user_pages</c>), under the address space's lock.</summary>
internal sealed class UserPageWalk
{
    private readonly Func<ulong, Vma?> _find;
    private readonly Vma? _only;
    private readonly GupFlags _flags;
    private readonly Page[] _pages;

    public UserPageWalk(Func<ulong, Vma?> find, Vma? only, GupFlags flags, Page[] pages)
    {
        _find = find;
        _only = only;
        _flags = flags;
        _pages = pages;
    }

    private bool IsWrite => (_flags & GupFlags.Write) != 0;

    private bool IsLongTerm => (_flags & GupFlags.LongTerm) != 0;

    /// <summary>Takes the pages from the one with the number <paramref name="from"/> on.</summary>
    /// <returns>The number of pages taken, or a negative errno where there is none.</returns>
    public int Run(ulong start, int from, int count)
    {
        int taken = from;
        Errno error = Errno.None;
        while (taken < count && error == Errno.None)
        {
            error = TakeOne(start + AddressSpace.Bytes(taken), out Page? page);
            if (error == Errno.None)
            {
                _pages[taken++] = page!;
            }
        }

        if (IsLongTerm && RefuseLongTerm(from, taken) is var refusal and not Errno.None)
        {
            return -(int)refusal;
        }

        return taken > from ? taken - from : -(int)error;
    }

    /// <summary>Whether pages may be taken from the mapping at all (<c>check_vma_flags</c>).</summary>
    private Errno FindVma(ulong address, out Vma? vma)
    {
        vma = _find(address);
        if (vma is null || (_only is not null && vma != _only) || (vma.Flags & (VmFlags.Io | VmFlags.PfnMap)) != 0)
        {
            return Errno.EFAULT;
        }

        if (IsLongTerm && vma.IsFsDax && !vma.Memory.HasDefect(KernelDefects.LongTermPinsOfFsDax))
        {
            return Errno.EOPNOTSUPP;
        }

        // The owner of the file would not hear of writes that come when he has long stored the page.
        bool isSharedFile = vma.Backing.File is CachedFile { TracksWrites: true } && (vma.Flags & VmFlags.Shared) != 0;
        if (IsLongTerm && IsWrite && isSharedFile && vma.Memory.Era.RefusesLongTermFileWrites)
        {
            return Errno.EFAULT;
        }

        return PageFaults.Allows(vma, IsWrite) ? Errno.None : Errno.EFAULT;
    }

    private Errno TakeOne(ulong address, out Page? page)
    {
        page = null;
        Errno refusal = FindVma(address, out Vma? vma);
        return refusal == Errno.None ? Take(vma!, address, out page) : refusal;
    }

    private Errno Take(Vma vma, ulong address, out Page? page)
    {
        for (int i = 0; i < AddressSpace.MaxFaults; i++)
        {
            Errno outcome = Follow(vma, address, out page);
            if (outcome != Errno.EAGAIN)
            {
                return outcome;
            }

            Errno error = PageFaults.Handle(vma, address, IsWrite).ToErrno();
            if (error != Errno.None)
            {
                return error;
            }
        }

        page = null;
        return Errno.EFAULT;
    }

    /// <summary>Takes the page of the entry that is there (<c>follow_page_pte</c>); <see cref="Errno.EAGAIN"/>: it needs a fault.</summary>
    private Errno Follow(Vma vma, ulong address, out Page? page)
    {
        page = null;
        object? above = vma.Space.PageTable.EntryAbove(address);
        if (above is PmdLeaf)
        {
            PmdTable pmds = vma.Space.PageTable.GetOrAddPmds(address);
            lock (pmds)
            {
                return pmds.LeafAt(address) is { } leaf ? Follow(vma, leaf.Pmd.PteAt(address), out page) : Errno.EAGAIN;
            }
        }

        if (above is not PteTable table)
        {
            return Errno.EAGAIN;
        }

        lock (table)
        {
            return Follow(vma, table[PteTable.IndexOf(address)], out page);
        }
    }

    private Errno Follow(Vma vma, Pte pte, out Page? page)
    {
        page = null;
        return pte.IsPresent && (!IsWrite || pte.IsWritable)
            ? vma.Memory.Era.FollowEntry(vma.Memory, pte, _flags, out page)
            : Errno.EAGAIN;
    }

    // Pages that cannot stay where they are: what was taken is given back, for all of it or none has to stay.
    private Errno RefuseLongTerm(int from, int taken)
    {
        for (int i = from; i < taken; i++)
        {
            PhysicalMemory memory = _pages[i].Memory;
            Errno refusal = memory.HasDefect(KernelDefects.LongTermPinsOfFsDax) ? Errno.None : memory.Era.RefuseLongTerm(_pages[i]);
            if (refusal != Errno.None)
            {
                GiveBack(from, taken);
                return refusal;
            }

            if (_pages[i].PgMap?.Type is MemoryType.FsDax or MemoryType.Coherent or MemoryType.PciP2PDma)
            {
                memory.Probe.Breach(Invariant.I9, _pages[i], "pin_user_pages", "memory that can be taken away is pinned long-term");
            }
        }

        return Errno.None;
    }

    private void GiveBack(int from, int taken)
    {
        for (int i = from; i < taken; i++)
        {
            PageGrab.Release(_pages[i], _flags);
        }
    }
}
