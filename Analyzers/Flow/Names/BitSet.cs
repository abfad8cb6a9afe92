using System;

namespace Devmap.Analyzers.Flow.Names;

/// <summary>A growing set of small numbers.</summary>
internal sealed class BitSet
{
    private ulong[] _words = Array.Empty<ulong>();

    public bool Contains(int bit) => bit >> 6 < _words.Length && (_words[bit >> 6] & (1UL << (bit & 63))) != 0;

    public void Add(int bit)
    {
        Grow((bit >> 6) + 1);
        _words[bit >> 6] |= 1UL << (bit & 63);
    }

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
            Array.Resize(ref _words, words);
        }
    }
}
