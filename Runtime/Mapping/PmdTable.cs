using System.Threading;

namespace Devmap;

/// <summary>
/// One table of the second level. Each entry is nothing, a table of the lowest level, or a <see cref="PmdLeaf"/>; it is
/// read without a lock and written under a lock on the table.
/// </summary>
internal sealed class PmdTable
{
    private const int Size = 512;

    private readonly object?[] _entries = new object?[Size];

    public object? this[int index] => Volatile.Read(ref _entries[index]);

    public PmdLeaf? LeafAt(ulong address) => this[IndexOf(address)] as PmdLeaf;

    /// <summary>The place of an address in its table (<c>pmd_index</c>).</summary>
    public static int IndexOf(ulong address) => (int)(address >> (PhysicalMemory.PageShift + 9)) & (Size - 1);

    public void Set(ulong address, object? entry) => Volatile.Write(ref _entries[IndexOf(address)], entry);

    /// <summary>The table of the lowest level, made where there is nothing; <see langword="null"/>: a leaf is there.</summary>
    public PteTable? GetOrAddTable(ulong address)
    {
        ref object? entry = ref _entries[IndexOf(address)];
        object? seen = Volatile.Read(ref entry);
        if (seen is null)
        {
            // Against a leaf that comes in at the same time; leaves are set under the lock.
            lock (this)
            {
                seen = entry ??= new PteTable();
            }
        }

        return seen as PteTable;
    }
}

/// <summary>An entry that leads to 512 pages: never changed, only replaced, so that one look says whether it is the same.</summary>
internal sealed class PmdLeaf
{
    public PmdLeaf(Pmd pmd) => Pmd = pmd;

    public Pmd Pmd { get; }
}
