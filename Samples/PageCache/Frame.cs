using System;
using System.Threading;
using Devmap.Contracts;

namespace Storage;

/// <summary>
/// One place of the cache. Who has pinned it may look at the block in it; without a pin the cache may put another block
/// there at any time.
/// </summary>
public sealed class Frame
{
    // No pin can be had while the cache changes what is in the frame.
    private const int InChange = -1;

    private readonly byte[] _bytes = new byte[BlockStore.BlockSize];
    private int _pins;

    /// <summary>The block that is in it, or -1. A snapshot for who has no pin.</summary>
    public long Block { get; private set; } = -1;

    /// <summary>The number of pins. A snapshot.</summary>
    public int Pins => Math.Max(0, Volatile.Read(ref _pins));

    /// <summary>Whether the block differs from the one in the store. A snapshot for who has no pin.</summary>
    public bool IsDirty { get; private set; }

    /// <summary>Whether it was used since the cache last came by.</summary>
    internal bool IsRecent { get; set; }

    /// <summary>The block.</summary>
    [RequiresRef(Kind = "pin")]
    public Span<byte> Bytes => _bytes;

    /// <summary>Pins what is in the frame.</summary>
    /// <returns><see langword="false"/>: it is about to change; there is no pin.</returns>
    [AcquiresRef(Kind = "pin", When = When.True)]
    [TrustedContract]
    public bool TryPin()
    {
        int seen = Volatile.Read(ref _pins);
        while (seen != InChange)
        {
            int before = Interlocked.CompareExchange(ref _pins, seen + 1, seen);
            if (before == seen)
            {
                IsRecent = true;
                return true;
            }

            seen = before;
        }

        return false;
    }

    /// <summary>Gives a pin up.</summary>
    /// <exception cref="InvalidOperationException">The frame is not pinned.</exception>
    [ReleasesRef(Kind = "pin")]
    [TrustedContract]
    public void Unpin()
    {
        if (Interlocked.Decrement(ref _pins) < 0)
        {
            throw new InvalidOperationException($"The frame of block {Block} was unpinned too often.");
        }
    }

    /// <summary>Says that the block was written to.</summary>
    [RequiresRef(Kind = "pin")]
    public void MarkDirty() => IsDirty = true;

    /// <summary>Writes the block back.</summary>
    [RequiresRef(Kind = "pin")]
    public void Clean(BlockStore store)
    {
        if (IsDirty)
        {
            store.Write(Block, _bytes);
            IsDirty = false;
        }
    }

    /// <summary>Puts another block into the frame and pins it for the caller.</summary>
    /// <returns><see langword="false"/>: somebody has pinned what is in it.</returns>
    [AcquiresRef(Kind = "pin", When = When.True)]
    [TrustedContract]
    internal bool TryReplace(BlockStore store, long block)
    {
        if (Interlocked.CompareExchange(ref _pins, InChange, 0) != 0)
        {
            return false;
        }

        Clean(store);
        store.Read(block, _bytes);
        Block = block;
        IsRecent = true;
        Volatile.Write(ref _pins, 1);
        return true;
    }
}
