using System;

namespace Devmap.Analyzers.Flow.Names;

/// <summary>A growing set of small numbers.</summary>
internal sealed class BitSet
{
    private ulong[] _words = Array.Empty<ulong>();

    // What stands for no number, -1, is in no set.
    public bool Contains(int bit) => bit >= 0 && bit >> 6 < _words.Length && (_words[bit >> 6] & (1UL << (bit & 63))) != 0;

    public bool IsEmpty => _words.Length == 0;

    /// <summary>Adds the number; says whether it is new.</summary>
    public bool Add(int bit)
    {
        if (Contains(bit))
        {
            return false;
        }

        Grow((bit >> 6) + 1);
        _words[bit >> 6] |= 1UL << (bit & 63);
        return true;
    }

    public void Clear() => Array.Clear(_words, 0, _words.Length);

    /// <summary>Adds what <paramref name="others"/> has and <paramref name="except"/> has not; says whether anything was new.</summary>
    public bool AddAll(BitSet others, BitSet except)
    {
        Grow(others._words.Length);
        bool changed = false;
        for (int i = 0; i < others._words.Length; i++)
        {
            ulong word = others._words[i] & ~(i < except._words.Length ? except._words[i] : 0);
            changed |= (word & ~_words[i]) != 0;
            _words[i] |= word;
        }

        return changed;
    }

    private void Grow(int words)
    {
        if (_words.Length < words)
        {
            // Twice as many each time: a set that grows by one is not copied for each.
            Array.Resize(ref _words, Math.Max(words, _words.Length * 2));
        }
    }
}
