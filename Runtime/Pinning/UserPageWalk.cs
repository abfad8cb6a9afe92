using System;
using Devmap.Contracts;

namespace Devmap;

/// <summary>Collects the pages behind a range of addresses (<c>__get_user_pages</c>), under the address space's lock.</summary>
[TrustedContract]
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

    /// <returns>The number of pages taken, or a negative errno where there is none.</returns>
    public int Run(ulong start, int count)
    {
        int taken = 0;
        Errno error = Errno.None;
        while (taken < count && error == Errno.None)
        {
            error = TakeOne(start + AddressSpace.Bytes(taken), out Page? page);
            if (error == Errno.None)
            {
                _pages[taken++] = page!;
            }
        }

        if (IsLongTerm && RefuseLongTerm(taken) is var refusal and not Errno.None)
        {
            return -(int)refusal;
        }

        return taken > 0 ? taken : -(int)error;
    }

    /// <summary>Whether pages may be taken from the mapping at all (<c>check_vma_flags</c>).</summary>
    private Errno FindVma(ulong address, out Vma? vma)
    {
        vma = _find(address);
        if (vma is null || (_only is not null && vma != _only) || (vma.Flags & (VmFlags.Io | VmFlags.PfnMap)) != 0)
        {
            return Errno.EFAULT;
        }

        if (IsLongTerm && vma.IsFsDax)
        {
            return Errno.EOPNOTSUPP;
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
        if (vma.Space.PageTable.Find(address) is not { } table)
        {
            return Errno.EAGAIN;
        }

        lock (table)
        {
            Pte pte = table[PteTable.IndexOf(address)];
            return pte.IsPresent && (!IsWrite || pte.IsWritable)
                ? vma.Memory.Era.FollowEntry(vma, pte, _flags, out page)
                : Errno.EAGAIN;
        }
    }

    // Pages that cannot stay where they are: what was taken is given back, for all of it or none has to stay.
    private Errno RefuseLongTerm(int taken)
    {
        for (int i = 0; i < taken; i++)
        {
            Errno refusal = _pages[i].Memory.Era.RefuseLongTerm(_pages[i]);
            if (refusal != Errno.None)
            {
                GiveBack(taken);
                return refusal;
            }
        }

        return Errno.None;
    }

    private void GiveBack(int taken)
    {
        for (int i = 0; i < taken; i++)
        {
            PageGrab.Release(_pages[i], _flags);
        }
    }
}
