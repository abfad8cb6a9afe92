using System;
using System.Collections.Generic;

namespace Storage;

/// <summary>Where blocks are when they are not in the cache: a disk, in memory.</summary>
public sealed class BlockStore
{
    /// <summary>The size of a block, in bytes.</summary>
    public const int BlockSize = 256;

    private readonly List<byte[]> _blocks = new();
    private readonly int _capacity;

    /// <summary>An empty store that has room for so many blocks.</summary>
    public BlockStore(int capacity) => _capacity = capacity;

    public int BlockCount => _blocks.Count;

    /// <summary>How many blocks were written back.</summary>
    public int Writes { get; private set; }

    /// <summary>Makes a block of zeros.</summary>
    /// <returns>Its number; -1: the store is full.</returns>
    public long Add()
    {
        if (_blocks.Count == _capacity)
        {
            return -1;
        }

        _blocks.Add(new byte[BlockSize]);
        return _blocks.Count - 1;
    }

    public void Read(long block, Span<byte> into) => _blocks[(int)block].CopyTo(into);

    public void Write(long block, ReadOnlySpan<byte> from)
    {
        from.CopyTo(_blocks[(int)block]);
        Writes++;
    }
}
