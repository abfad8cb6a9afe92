using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Devmap;

/// <content>Copying the whole, and changing what is allowed.</content>
public sealed partial class AddressSpace
{
    /// <summary>The mappings, in the order of their addresses. A copy.</summary>
    public IReadOnlyList<Vma> Vmas
    {
        get
        {
            _mmapLock.EnterReadLock();
            try
            {
                return _vmas.All.ToArray();
            }
            finally
            {
                _mmapLock.ExitReadLock();
            }
        }
    }

    /// <summary>
    /// The address space of a child process (<c>dup_mmap</c>): the same mappings, and the entries that a fault could not
    /// bring back. What is counted gets a reference more for the child's entry, private memory is shared until one of them
    /// writes, and private memory that may be pinned is copied at once.
    /// </summary>
    /// <param name="error"><see cref="Errno.None"/>; <see cref="Errno.ENOMEM"/>: there was no memory for the copy of a pinned page.</param>
    /// <returns><see langword="null"/>: see <paramref name="error"/>.</returns>
    public AddressSpace? Fork(out Errno error)
    {
        error = Errno.None;
        var child = new AddressSpace(Memory);
        _mmapLock.EnterWriteLock();
        Interlocked.Increment(ref _writeProtectSequence);
        try
        {
            foreach (Vma vma in _vmas.All)
            {
                if ((vma.Flags & VmFlags.DontCopy) == 0)
                {
                    // Linked behind the parent's: who empties entries of the file empties the parent's first.
                    Vma copy = child.Add(vma.Start, vma.PageCount, vma.Flags, vma.Backing);
                    error = PageTableCopy.IsNeeded(vma) ? PageTableCopy.Copy(vma, copy) : Errno.None;
                    if (error != Errno.None)
                    {
                        break;
                    }
                }
            }
        }
        finally
        {
            Interlocked.Increment(ref _writeProtectSequence);
            _mmapLock.ExitWriteLock();
        }

        if (error != Errno.None)
        {
            child.UnmapEverything();
            return null;
        }

        return child;
    }

    /// <summary>As <see cref="Fork(out Errno)"/>, for who has memory enough.</summary>
    /// <exception cref="KernelBugException">There was none for the copy of a pinned page.</exception>
    public AddressSpace Fork() => Fork(out Errno error) ?? throw new KernelBugException("fork", error.ToString());

    /// <summary>The process ends: all mappings are taken away (<c>exit_mmap</c>).</summary>
    public void UnmapEverything()
    {
        foreach (Vma vma in Vmas)
        {
            Unmap(vma);
        }
    }

    /// <summary>
    /// Changes what a mapping allows (<c>mprotect</c>, of whole mappings). Entries that allowed more lose it at once;
    /// those that may allow more now get it with the next fault.
    /// </summary>
    /// <param name="vma">The mapping.</param>
    /// <param name="access">Any of <see cref="VmFlags.Read"/>, <see cref="VmFlags.Write"/> and <see cref="VmFlags.Exec"/>.</param>
    /// <returns><see cref="Errno.EINVAL"/>: the mapping is gone, or other flags were given.</returns>
    public Errno Protect(Vma vma, VmFlags access)
    {
        const VmFlags Access = VmFlags.Read | VmFlags.Write | VmFlags.Exec;
        CheckOwn(vma);
        if ((access & ~Access) != 0)
        {
            return Errno.EINVAL;
        }

        _mmapLock.EnterWriteLock();
        try
        {
            if (!vma.IsMapped)
            {
                return Errno.EINVAL;
            }

            vma.SetFlags((vma.Flags & ~Access) | access);
            if ((access & VmFlags.Write) == 0)
            {
                WriteProtect(vma);
            }

            return Errno.None;
        }
        finally
        {
            _mmapLock.ExitWriteLock();
        }
    }

    private void WriteProtect(Vma vma)
    {
        foreach (MappedEntry entry in PageTable.EntriesOf(vma))
        {
            if (entry.IsHuge && PageTable.FindPmds(entry.Address) is { } pmds)
            {
                lock (pmds)
                {
                    if (pmds.LeafAt(entry.Address) is { } leaf)
                    {
                        pmds.Set(entry.Address, new PmdLeaf(leaf.Pmd.Without(PteBits.Write)));
                    }
                }
            }
            else if (PageTable.Find(entry.Address) is { } table)
            {
                lock (table)
                {
                    int index = PteTable.IndexOf(entry.Address);
                    table[index] = table[index].Without(PteBits.Write);
                }
            }
        }
    }
}
