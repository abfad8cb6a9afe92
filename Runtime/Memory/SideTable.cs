using System.Threading;

namespace Devmap;

/// <summary>
/// What only few pages of a zone have: kept beside the pages in chunks that come with their first use, so that a large
/// range of untouched memory does not pay for it.
/// </summary>
internal sealed class SideTable<T>
{
    // Small: the first page of every free block of RAM has something here.
    private const int ChunkShift = 6;
    private const int ChunkSize = 1 << ChunkShift;

    private readonly T[]?[] _chunks;

    public SideTable(int count) => _chunks = new T[]?[(count + ChunkSize - 1) >> ChunkShift];

    /// <summary>The place of an item, made where there is none.</summary>
    public ref T At(int index)
    {
        ref T[]? chunk = ref _chunks[index >> ChunkShift];
        T[] items = Volatile.Read(ref chunk) ?? Make(ref chunk);
        return ref items[index & (ChunkSize - 1)];
    }

    /// <summary>The item; <see langword="default"/> where its chunk was never used.</summary>
    public T? Find(int index) => Volatile.Read(ref _chunks[index >> ChunkShift]) is { } items ? items[index & (ChunkSize - 1)] : default;

    // Two threads may make the same chunk; the first to publish it wins and the other's is dropped, still empty.
    private static T[] Make(ref T[]? chunk)
    {
        var made = new T[ChunkSize];
        return Interlocked.CompareExchange(ref chunk, made, null) ?? made;
    }
}
