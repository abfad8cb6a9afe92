using System.Runtime.CompilerServices;
using System.Threading;

namespace Devmap;

/// <content>
/// The atomic steps that the counts change by. Where nobody is in the way a reference costs one atomic addition in each
/// direction, which looks before and after: a count that must not change is seen before it does, unless the last
/// reference goes in that very moment. Then what was done is undone, and whoever sees the count in between waits. All
/// other steps look first and change only what they saw.
/// </content>
public sealed partial class Page
{
    /// <summary>Adds to the count of the folio unless that is zero or full.</summary>
    internal bool TryAdd(long unit)
    {
        while (true)
        {
            Page head = Head;
            if (!head.TryAddOwn(unit))
            {
                return false;
            }

            // The folio may have been split since, and then it is another folio's count that has gone up (try_get_folio).
            if (ReferenceEquals(head, this) || ReferenceEquals(head, Head))
            {
                return true;
            }

            head.TakeBack(unit);
        }
    }

    /// <summary>Gives up one of what is counted by <paramref name="unit"/>.</summary>
    internal void Release(long unit, string operation, string reason)
    {
        while (true)
        {
            long seen = SettledCounts();
            var counts = new PageCounts(seen);
            if ((unit == PageCounts.OnePin ? counts.Pins : counts.Mappings) == 0)
            {
                throw Misuse(Invariant.I6, operation, counts, reason);
            }

            if (TryReplace(seen, seen - unit))
            {
                return;
            }
        }
    }

    /// <summary>Takes a reference at once; the caller holds the page alive already.</summary>
    /// <returns>
    /// <see langword="false"/>: nothing was taken, and <see cref="TryAdd"/> has to look closer. So it is with every later
    /// page of a folio, whose count is zero; where it is not, the page is a folio by itself.
    /// </returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryAddReference()
    {
        if (!PageCounts.TakesMore(Volatile.Read(ref _counts)))
        {
            return false;
        }

        long next = Interlocked.Increment(ref _counts);
        if (PageCounts.TakesMore(next - PageCounts.OneReference))
        {
            return true;
        }

        Interlocked.Decrement(ref _counts);
        return false;
    }

    /// <summary>Gives up a reference at once.</summary>
    /// <returns><see langword="false"/>: nothing was given up, and <see cref="DropReference"/> of the head has to look closer.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryDropReference()
    {
        // One reference too few of a zone that has references of its own looks like any other count: nobody would wait.
        if (!PageCounts.HasReferenceAbove(Volatile.Read(ref _counts), 0) || _zone.BaseReferences != 0)
        {
            return false;
        }

        long next = Interlocked.Decrement(ref _counts);
        return PageCounts.HasReferenceAbove(next, 0) || TrySettle(next);
    }

    private void DropReference()
    {
        while (true)
        {
            // The base is read after the count: teardown lowers it before it takes the references away.
            long seen = SettledCounts();
            if (!PageCounts.HasReferenceAbove(seen, _zone.BaseReferences))
            {
                throw Misuse(Invariant.I6, "Page.Put", new PageCounts(seen), "no reference is left that could be given up");
            }

            if (TryReplace(seen, seen - PageCounts.OneReference))
            {
                return;
            }
        }
    }

    // The reference was the last, or somebody else was faster and there was none any more.
    private bool TrySettle(long next)
    {
        if (!PageCounts.HasReferenceAbove(next + PageCounts.OneReference, 0))
        {
            Interlocked.Increment(ref _counts);
            return false;
        }

        TellWhatIsLeft(next);
        return true;
    }

    private bool TryAddOwn(long unit)
    {
        while (true)
        {
            long seen = SettledCounts();
            if (!PageCounts.TakesMore(seen))
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref _counts, seen + unit, seen) == seen)
            {
                return true;
            }
        }
    }

    // What was added a moment ago can be taken away by whoever added it, however low the count is.
    private void TakeBack(long unit)
    {
        long seen;
        do
        {
            seen = SettledCounts();
        }
        while (!TryReplace(seen, seen - unit));
    }

    private bool TryReplace(long seen, long next)
    {
        if (Interlocked.CompareExchange(ref _counts, next, seen) != seen)
        {
            return false;
        }

        TellWhatIsLeft(next);
        return true;
    }

    /// <summary>The last step of every release: whoever brings the count down to the base tells the zone.</summary>
    private void TellWhatIsLeft(long counts)
    {
        int idle = _zone.BaseReferences;
        if (counts == idle)
        {
            _zone.OnIdle(this);
        }
        else if ((counts & PageCounts.HeldMask) == idle)
        {
            _zone.OnOnlyMapped();
        }
    }

    /// <summary>The counts when nobody has one too many in his hands.</summary>
    private long SettledCounts()
    {
        long seen = Volatile.Read(ref _counts);
        var wait = default(SpinWait);
        while (PageCounts.IsBelowZero(seen))
        {
            wait.SpinOnce();
            seen = Volatile.Read(ref _counts);
        }

        return seen;
    }
}
