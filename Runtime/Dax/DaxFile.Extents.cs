using System.Linq;
using System.Threading;

namespace Devmap;

/// <content>Where the pages of the file are: holes, blocks of its own, and blocks that it shares with other files.</content>
public sealed partial class DaxFile
{
    private int _syncCount;

    /// <summary>How often the file was synchronised because a write fault had to wait for it (<c>dax_finish_sync_fault</c>).</summary>
    public int SyncCount => Volatile.Read(ref _syncCount);

    /// <summary>Whether the file has a block there. A snapshot.</summary>
    public bool IsAllocated(long pageIndex) => FindEntry(pageIndex) is { Block: not null };

    /// <summary>
    /// A second file with the same content, which shares all blocks with this one until one of them is written
    /// (<c>ioctl(FICLONE)</c>).
    /// </summary>
    /// <param name="error">
    /// <see cref="Errno.None"/>; <see cref="Errno.ENXIO"/>: the device is dead; <see cref="Errno.ERESTARTSYS"/>: somebody
    /// holds a page of the file (the kernel would wait: see <see cref="BreakLayout"/>).
    /// </param>
    /// <returns><see langword="null"/>: see <paramref name="error"/>.</returns>
    public DaxFile? Reflink(out Errno error)
    {
        if (!Device.IsAlive)
        {
            error = Errno.ENXIO;
            return null;
        }

        error = Errno.None;
        _invalidateLock.EnterWriteLock();
        try
        {
            // What is mapped or held for writing now would be written to without a copy.
            if (LayoutBusyPage() is not null)
            {
                error = Errno.ERESTARTSYS;
                return null;
            }

            lock (_entries)
            {
                Disassociate(0, _entries.Count);
                foreach (DaxEntry entry in _entries.Where(entry => entry.Block is not null))
                {
                    Device.ShareBlock(entry.Block!.Value);
                }

                return new DaxFile(Device, _entries.Select(entry => entry.Block).ToArray());
            }
        }
        finally
        {
            _invalidateLock.ExitWriteLock();
        }
    }

    /// <summary>Makes safe on the medium what was written, and what says where it is (<c>fsync</c>).</summary>
    /// <param name="pageIndex">The first page.</param>
    /// <param name="pageCount">How many pages.</param>
    public void Fsync(long pageIndex, int pageCount)
    {
        Interlocked.Increment(ref _syncCount);
        for (long i = pageIndex; i < pageIndex + pageCount; i++)
        {
            if (FindEntry(i) is { } entry)
            {
                entry.NeedsSync = false;
            }
        }
    }

    /// <summary>Finds, for a write also makes, what a fault is to show (<c>iomap_begin</c>).</summary>
    internal DaxExtent PrepareFault(long pageIndex, bool isWrite)
    {
        _invalidateLock.EnterReadLock();
        try
        {
            if (!Device.IsAlive || FindEntry(pageIndex) is not { } entry)
            {
                return DaxExtent.None;
            }

            lock (LockOf(pageIndex))
            {
                if (isWrite && !TryMakeWritable(entry, pageIndex))
                {
                    return DaxExtent.None;
                }

                return entry.Block is null ? DaxExtent.Hole : entry.NeedsSync ? DaxExtent.NotYetSafe : DaxExtent.Mapped;
            }
        }
        finally
        {
            _invalidateLock.ExitReadLock();
        }
    }

    private bool TryMakeWritable(DaxEntry entry, long pageIndex)
    {
        bool isShared = entry.Block is { } shared && Device.IsShared(shared);
        if (entry.Block is not null && !isShared)
        {
            return true;
        }

        if (Device.AllocateBlock() is not { } block)
        {
            return false;
        }

        // The entries that show zeros, or the block that others have as well, go before the new one is shown.
        UnmapRange(pageIndex, 1);
        if (isShared)
        {
            CopyShared(entry, block);
        }

        entry.Block = block;
        entry.NeedsSync = true;
        return true;
    }

    /// <summary>What several files have is copied for the one that writes (<c>dax_iomap_copy_around</c>).</summary>
    private void CopyShared(DaxEntry entry, Pfn block)
    {
        Pfn old = entry.Block!.Value;
        if (Memory.PfnToPage(old) is { } source && Memory.PfnToPage(block) is { } copy)
        {
            copy.CopyContentFrom(source);
        }

        Forget(entry);
        Device.Release(old);

        // The fault that copies goes on with the extent as it found it, so the copy counts as shared by one.
        entry.IsShared = true;
    }
}
