using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
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
        var clock = Stopwatch.StartNew();
        while (true)
        {
            Errno error = TryTruncate(pageCount, out Page? busy);
            if (busy is null)
            {
                return error;
            }

            if (timeout == TimeSpan.Zero)
            {
                return Errno.ERESTARTSYS;
            }

            // Without the lock, or the holder could not fault on the file while it holds the page.
            error = Device.PgMap.Zone.Idle.Wait(() => !IsHeld(busy), Left(timeout, clock), cancellationToken);
            if (error != Errno.None)
            {
                return error;
            }
        }
    }

    private static TimeSpan Left(TimeSpan timeout, Stopwatch clock)
    {
        if (timeout == Timeout.InfiniteTimeSpan)
        {
            return timeout;
        }

        TimeSpan left = timeout - clock.Elapsed;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    // Mappings do not count: they were just taken away, and one that came back is taken away in the next round.
    private static bool IsHeld(Page page)
    {
        PageCounts counts = page.Counts;
        return counts.References > page.Zone.BaseReferences || counts.Pins > 0;
    }

    private Errno TryTruncate(int pageCount, out Page? busy)
    {
        busy = null;
        _invalidateLock.EnterWriteLock();
        try
        {
            if (pageCount < 0 || pageCount > PageCount)
            {
                return Errno.EINVAL;
            }

            UnmapAll();
            busy = FindHeldPage();
            if (busy is null)
            {
                Disassociate(pageCount);
            }

            return Errno.None;
        }
        finally
        {
            _invalidateLock.ExitWriteLock();
        }
    }

    /// <summary>The first page that somebody holds (<c>dax_layout_busy_page</c>).</summary>
    private Page? FindHeldPage()
    {
        lock (_entries)
        {
            return _entries.Select(entry => Device.Memory.PfnToPage(entry.Block)).FirstOrDefault(page => page is not null && IsHeld(page));
        }
    }

    private void Disassociate(int pageCount)
    {
        List<DaxEntry> cut;
        lock (_entries)
        {
            cut = _entries.GetRange(pageCount, _entries.Count - pageCount);
            _entries.RemoveRange(pageCount, cut.Count);
        }

        foreach (DaxEntry entry in cut)
        {
            if (Device.Memory.PfnToPage(entry.Block) is { } page)
            {
                page.SetMapping(null);
                page.ClearContent();
            }
        }

        Device.Free(cut.Select(entry => entry.Block).Reverse());
    }
}
