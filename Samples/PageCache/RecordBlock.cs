using System;
using System.Buffers.Binary;

namespace Storage;

/// <summary>A block of records: the number of the next block, how many records there are, and they: a key and a value each.</summary>
public readonly ref struct RecordBlock
{
    private const int CountAt = 8;
    private const int HeaderSize = 16;
    private const int RecordSize = 16;

    private readonly Span<byte> _bytes;

    public RecordBlock(Span<byte> bytes) => _bytes = bytes;

    /// <summary>How many records a block has room for.</summary>
    public static int Capacity => (BlockStore.BlockSize - HeaderSize) / RecordSize;

    /// <summary>The number of the block in which the table goes on; 0: nowhere.</summary>
    public long Next
    {
        get => BinaryPrimitives.ReadInt64LittleEndian(_bytes);
        set => BinaryPrimitives.WriteInt64LittleEndian(_bytes, value);
    }

    public int Count
    {
        get => BinaryPrimitives.ReadInt32LittleEndian(_bytes[CountAt..]);
        private set => BinaryPrimitives.WriteInt32LittleEndian(_bytes[CountAt..], value);
    }

    public bool IsFull => Count == Capacity;

    public (long Key, long Value) this[int index]
    {
        get
        {
            Span<byte> record = Record(index);
            return (BinaryPrimitives.ReadInt64LittleEndian(record), BinaryPrimitives.ReadInt64LittleEndian(record[8..]));
        }
    }

    public bool TryFind(long key, out long value)
    {
        for (int i = 0; i < Count; i++)
        {
            if (this[i].Key == key)
            {
                value = this[i].Value;
                return true;
            }
        }

        value = 0;
        return false;
    }

    /// <exception cref="InvalidOperationException">The block is full.</exception>
    public void Add(long key, long value)
    {
        if (IsFull)
        {
            throw new InvalidOperationException("The block is full.");
        }

        Span<byte> record = Record(Count);
        BinaryPrimitives.WriteInt64LittleEndian(record, key);
        BinaryPrimitives.WriteInt64LittleEndian(record[8..], value);
        Count++;
    }

    private Span<byte> Record(int index) => _bytes.Slice(HeaderSize + (index * RecordSize), RecordSize);
}
