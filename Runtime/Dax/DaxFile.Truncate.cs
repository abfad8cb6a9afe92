using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;

namespace Devmap;

/// <content>Taking pages away from the file.</content>
public sealed partial class DaxFile
{
    /// <summary>
    /// Shortens the file and gives its pages back to the device (<c>truncate</c>). It waits first until nobody holds a
    /// page of the file, wherever it lies (<c>dax_break_layout</c>): the memory of a file cannot be detached from it.
    /// </summary>
    /// <param name="pageCount">The new length, in pages.</param>
    /// <param name="timeout">
    /// How long to wait; <see cref="TimeSpan.Zero"/>: not at all, as <c>dax_break_layout</c> without a callback;
    /// <see cref="Timeout.InfiniteTimeSpan"/>: for ever.
    /// </param>
    /// <param name="cancellationToken">Interrupts the waiting.</param>
    /// <returns>
    /// <see cref="Errno.ERESTARTSYS"/>: a page is held, and there was no waiting or it was interrupted;
    /// <see cref="Errno.ETIMEDOUT"/>: a page is held; <see cref="Errno.EINVAL"/>: the file is not that long. Then the
    /// length has not changed, but the page-table entries are empty.
    /// </returns>
    public Errno Truncate(int pageCount, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        return BreakLayoutAnd(
            length => pageCount >= 0 && pageCount <= length,
            () =>
            {
                List<DaxEntry> cut = Cut(pageCount);
                FreeBlocks(cut);
            },
            timeout,
            cancellationToken);
    }

    /// <summary>Makes the file longer by a hole, which reads as zeros until it is written (<c>truncate</c> to a larger size).</summary>
    /// <returns><see cref="Errno.EINVAL"/>: the file is longer already.</returns>
    public Errno Extend(int pageCount)
    {
        lock (_entries)
        {
            if (pageCount < _entries.Count)
            {
                return Errno.EINVAL;
            }

            while (_entries.Count < pageCount)
            {
                _entries.Add(new DaxEntry(block: null));
            }

            return Errno.None;
        }
    }

    /// <summary>
    /// Gives the pages of a part of the file back to the device and leaves a hole there, which reads as zeros
    /// (<c>fallocate(FALLOC_FL_PUNCH_HOLE)</c>). It waits as <see cref="Truncate"/> does.
    /// </summary>
    /// <param name="pageIndex">The first page of the hole.</param>
    /// <param name="pageCount">Its length, in pages.</param>
    /// <param name="timeout">How long to wait: see <see cref="Truncate"/>.</param>
    /// <param name="cancellationToken">Interrupts the waiting.</param>
    /// <returns>As <see cref="Truncate"/>; <see cref="Errno.EINVAL"/>: the hole does not lie in the file.</returns>
    public Errno PunchHole(int pageIndex, int pageCount, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        return BreakLayoutAnd(
            length => pageIndex >= 0 && pageCount >= 0 && pageCount <= length - pageIndex,
            () =>
            {
                Disassociate(pageIndex, pageCount);
                lock (_entries)
                {
                    FreeBlocks(_entries.GetRange(pageIndex, pageCount));
                }
            },
            timeout,
            cancellationToken);
    }

    /// <summary>
    /// The file goes for good: nobody has it open, it is mapped nowhere and has no name (<c>evict_inode</c>). Its pages go
    /// back to the device.
    /// </summary>
    /// <remarks>
    /// Kernels before v6.15 do not wait for who still holds pages (<see cref="Invariant.I9"/>); since then this waits, and
    /// no signal interrupts it (<c>dax_break_layout_final</c>).
    /// </remarks>
    /// <param name="timeout">How long to wait; the kernel waits for ever.</param>
    /// <returns><see cref="Errno.EBUSY"/>: it is mapped; <see cref="Errno.ETIMEDOUT"/>: a page is held.</returns>
    public Errno Evict(TimeSpan timeout)
    {
        if (IsMapped)
        {
            return Errno.EBUSY;
        }

        if (!Memory.Era.BreaksLayoutAtEviction)
        {
            _invalidateLock.EnterWriteLock();
            try
            {
                FreeBlocks(Cut(0));
                return Errno.None;
            }
            finally
            {
                _invalidateLock.ExitWriteLock();
            }
        }

        return BreakLayoutAnd(_ => true, () => FreeBlocks(Cut(0)), timeout, CancellationToken.None, isFinal: true);
    }

    private List<DaxEntry> Cut(int pageCount)
    {
        lock (_entries)
        {
            List<DaxEntry> cut = _entries.GetRange(pageCount, _entries.Count - pageCount);
            Disassociate(pageCount, cut.Count);
            _entries.RemoveRange(pageCount, cut.Count);
            return cut;
        }
    }
}
