using System.Threading;

namespace Devmap;

/// <summary>
/// A count that is spread over the processors, each in a cache line of its own, until it is closed. No part is ever
/// negative: what is taken on one processor and given up on another is looked for there, so that a decrement without
/// counterpart is told at once, which the kernel can do only after the switch to the atomic mode.
/// </summary>
internal sealed class PercpuCounter
{
    // A word is, from the lowest bit on: closed, the count, the number of changes. The last lets a search over all
    // words know that it has seen them at one moment.
    private const long Closed = 1;
    private const long One = 2;
    private const int ChangesShift = 39;
    private const long OneChange = 1L << ChangesShift;
    private const long CountMask = OneChange - One;

    // Two lines: the processor fetches them in pairs. The first words keep clear of the array's own length.
    private const int Stride = 16;

    private readonly long[] _words = new long[(CurrentProcessor.Places + 1) * Stride];

    public enum Outcome
    {
        Done,
        NothingLeft,
        Closed,
    }

    /// <summary>What is counted. One word is read after the other, so that it is exact only while nothing changes. What was there at the close stays.</summary>
    public long Sum
    {
        get
        {
            long sum = 0;
            for (int place = 0; place < CurrentProcessor.Places; place++)
            {
                sum += CountOf(Volatile.Read(ref WordAt(place)));
            }

            return sum;
        }
    }

    /// <summary>Whether anything is counted; certain of what is held all the time. What was there at the close stays.</summary>
    public bool IsAny
    {
        get
        {
            long changes;
            long before = -1;
            do
            {
                changes = before;
                before = 0;
                for (int place = 0; place < CurrentProcessor.Places; place++)
                {
                    long word = Volatile.Read(ref WordAt(place));
                    if (CountOf(word) > 0)
                    {
                        return true;
                    }

                    before += ChangesOf(word);
                }
            }
            while (changes != before);

            return false;
        }
    }

    /// <returns><see langword="false"/>: closed.</returns>
    public bool TryIncrement()
    {
        ref long word = ref WordAt(CurrentProcessor.Place);
        while (true)
        {
            long seen = Volatile.Read(ref word);
            if ((seen & Closed) != 0)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref word, seen + OneChange + One, seen) == seen)
            {
                return true;
            }
        }
    }

    public Outcome TryDecrement()
    {
        int here = CurrentProcessor.Place;
        long changes;
        long before = -1;
        do
        {
            changes = before;
            before = 0;
            for (int i = 0; i < CurrentProcessor.Places; i++)
            {
                ref long word = ref WordAt((here + i) & (CurrentProcessor.Places - 1));
                long seen = Volatile.Read(ref word);
                while ((seen & Closed) == 0 && CountOf(seen) > 0)
                {
                    long found = Interlocked.CompareExchange(ref word, seen + OneChange - One, seen);
                    if (found == seen)
                    {
                        return Outcome.Done;
                    }

                    seen = found;
                }

                if ((seen & Closed) != 0)
                {
                    return Outcome.Closed;
                }

                before += ChangesOf(seen);
            }
        }
        while (changes != before);

        // Twice the same number of changes, and nothing in any word: so it was at a moment between.
        return Outcome.NothingLeft;
    }

    /// <summary>Nothing is counted here from now on (<c>percpu_ref_switch_to_atomic</c>). Once only.</summary>
    /// <returns>What was counted.</returns>
    public long Close()
    {
        long sum = 0;
        for (int place = 0; place < CurrentProcessor.Places; place++)
        {
            ref long word = ref WordAt(place);
            long seen;
            do
            {
                seen = Volatile.Read(ref word);
            }
            while (Interlocked.CompareExchange(ref word, seen | Closed, seen) != seen);

            sum += CountOf(seen);
        }

        return sum;
    }

    private static long CountOf(long word) => (word & CountMask) / One;

    private static long ChangesOf(long word) => (long)((ulong)word >> ChangesShift);

    private ref long WordAt(int place) => ref _words[(place + 1) * Stride];
}
