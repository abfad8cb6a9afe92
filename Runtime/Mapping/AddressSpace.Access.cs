using Devmap.Contracts;

namespace Devmap;

/// <content>What the program of the process does: it touches addresses.</content>
public sealed partial class AddressSpace
{
    /// <summary>How often an access may fault before it is given up: a handler that never fills the entry must not hang it.</summary>
    internal const int MaxFaults = 16;

    /// <summary>Handles a page fault at an address (<c>handle_mm_fault</c>), once.</summary>
    /// <param name="address">The address that was touched.</param>
    /// <param name="isWrite">Whether it was touched for writing.</param>
    /// <returns><see cref="VmFaultResult.SigSegv"/>: nothing is mapped there, or not for such an access; else the handler's answer.</returns>
    public VmFaultResult Fault(ulong address, bool isWrite)
    {
        _mmapLock.EnterReadLock();
        try
        {
            return _vmas.Find(address) is { } vma && PageFaults.Allows(vma, isWrite)
                ? PageFaults.Handle(vma, address, isWrite)
                : VmFaultResult.SigSegv;
        }
        finally
        {
            _mmapLock.ExitReadLock();
        }
    }

    /// <summary>Reads one byte of the process's memory, with a page fault where it needs one (<c>get_user</c>).</summary>
    /// <returns><see cref="Errno.EFAULT"/>: the process would get a signal; <see cref="Errno.ENOMEM"/>, <see cref="Errno.EHWPOISON"/>.</returns>
    /// <exception cref="MemoryRemovedException">The entry leads to a device range that is gone.</exception>
    public Errno ReadByte(ulong address, out byte value)
    {
        byte read = 0;
        Errno error = Access(address, isWrite: false, (page, offset) => read = page.Load(offset));
        value = read;
        return error;
    }

    /// <summary>Writes one byte of the process's memory, with a page fault where it needs one (<c>put_user</c>).</summary>
    /// <returns><see cref="Errno.EFAULT"/>: the process would get a signal; <see cref="Errno.ENOMEM"/>, <see cref="Errno.EHWPOISON"/>.</returns>
    /// <exception cref="MemoryRemovedException">The entry leads to a device range that is gone.</exception>
    public Errno WriteByte(ulong address, byte value) => Access(address, isWrite: true, (page, offset) => page.Store(offset, value));

    private delegate void Touch([BorrowedRef] Page page, int offset);

    private Errno Access(ulong address, bool isWrite, Touch touch)
    {
        _mmapLock.EnterReadLock();
        try
        {
            if (_vmas.Find(address) is not { } vma || !PageFaults.Allows(vma, isWrite))
            {
                return Errno.EFAULT;
            }

            for (int i = 0; i < MaxFaults; i++)
            {
                Errno outcome = TryTouch(address, isWrite, touch);
                if (outcome != Errno.EAGAIN)
                {
                    return outcome;
                }

                Errno error = PageFaults.Handle(vma, address, isWrite).ToErrno();
                if (error != Errno.None)
                {
                    return error;
                }
            }

            return Errno.EFAULT;
        }
        finally
        {
            _mmapLock.ExitReadLock();
        }
    }

    /// <summary>One attempt of the hardware; <see cref="Errno.EAGAIN"/>: it faults.</summary>
    private Errno TryTouch(ulong address, bool isWrite, Touch touch)
    {
        object? above = PageTable.EntryAbove(address);
        if (above is PmdLeaf)
        {
            return TryTouchHuge(address, isWrite, touch);
        }

        if (above is not PteTable table)
        {
            return Errno.EAGAIN;
        }

        lock (table)
        {
            int index = PteTable.IndexOf(address);
            Pte pte = table[index];
            if (!pte.IsPresent || (isWrite && !pte.IsWritable))
            {
                return Errno.EAGAIN;
            }

            if (Memory.PageForAccess(pte.Pfn, isWrite ? "a write by the process" : "a read by the process") is not { } page)
            {
                return Errno.EFAULT;
            }

            touch(page, (int)(address % PhysicalMemory.PageSize));
            table[index] = pte.With(isWrite ? PteBits.Young | PteBits.Dirty : PteBits.Young);
            return Errno.None;
        }
    }

    private Errno TryTouchHuge(ulong address, bool isWrite, Touch touch)
    {
        PmdTable pmds = PageTable.GetOrAddPmds(address);
        lock (pmds)
        {
            if (pmds.LeafAt(address) is not { } leaf || (isWrite && !leaf.Pmd.IsWritable))
            {
                return Errno.EAGAIN;
            }

            if (Memory.PageForAccess(leaf.Pmd.PteAt(address).Pfn, isWrite ? "a write by the process" : "a read by the process") is not { } page)
            {
                return Errno.EFAULT;
            }

            touch(page, (int)(address % PhysicalMemory.PageSize));
            pmds.Set(address, new PmdLeaf(leaf.Pmd.With(isWrite ? PteBits.Young | PteBits.Dirty : PteBits.Young)));
            return Errno.None;
        }
    }
}
