using System;
using System.Diagnostics;
using System.Threading;
using Devmap.Contracts;

namespace Devmap;

/// <content>Waiting until nobody holds a page of the file: the memory of a file cannot be detached from it.</content>
public sealed partial class DaxFile
{
    /// <summary>
    /// The first page of the file that somebody holds besides page-table entries, after these have been emptied
    /// (<c>dax_layout_busy_page</c>). It is right only as long as new faults are kept away; <see cref="BreakLayout"/> does
    /// that.
    /// </summary>
    /// <returns><see langword="null"/>: none.</returns>
    [return: UncountedRef]
    public Page? LayoutBusyPage()
    {
        // Wrong where pins outlive the mappings that they came from (fixed by cee91fa13a8e in v6.15).
        if (Memory.HasDefect(KernelDefects.UnmappedFilesAreIdle) && !IsMapped)
        {
            return null;
        }

        UnmapAll();
        lock (_entries)
        {
            foreach (DaxEntry entry in _entries)
            {
                if (entry.Block is { } block && Memory.PfnToPage(block) is { } page && Memory.Era.IsDaxPageBusy(page))
                {
                    return page;
                }
            }

            return null;
        }
    }

    /// <summary>
    /// Waits until nobody holds a page of the file (<c>dax_break_layout</c>). When it returns the pages are idle, and their
    /// mappings gone, but both may come back at once: who takes pages away does so with <see cref="Truncate"/> and
    /// <see cref="PunchHole"/>, which keep faults out meanwhile.
    /// </summary>
    /// <returns>As <see cref="Truncate"/>.</returns>
    public Errno BreakLayout(TimeSpan timeout, CancellationToken cancellationToken = default)
        => BreakLayoutAnd(static _ => true, static () => { }, timeout, cancellationToken);

    private static TimeSpan Left(TimeSpan timeout, Stopwatch clock)
    {
        if (timeout == Timeout.InfiniteTimeSpan)
        {
            return timeout;
        }

        TimeSpan left = timeout - clock.Elapsed;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private Errno BreakLayoutAnd(Func<int, bool> fits, Action then, TimeSpan timeout, CancellationToken cancellationToken, bool isFinal = false)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            Errno error = TryBreakLayoutAnd(fits, then, out Page? busy);
            if (busy is null)
            {
                return error;
            }

            if (timeout == TimeSpan.Zero)
            {
                return isFinal ? Errno.ETIMEDOUT : Errno.ERESTARTSYS;
            }

            // Without the lock, or the holder could not fault on the file while it holds the page.
            error = Device.PgMap.Zone.Idle.Wait(() => !Memory.Era.IsDaxPageBusy(busy), Left(timeout, clock), cancellationToken);
            if (error != Errno.None)
            {
                return error;
            }
        }
    }

    private Errno TryBreakLayoutAnd(Func<int, bool> fits, Action then, out Page? busy)
    {
        busy = null;
        _invalidateLock.EnterWriteLock();
        try
        {
            if (!fits(PageCount))
            {
                return Errno.EINVAL;
            }

            busy = LayoutBusyPage();
            if (busy is null)
            {
                then();
            }

            return Errno.None;
        }
        finally
        {
            _invalidateLock.ExitWriteLock();
        }
    }
}
