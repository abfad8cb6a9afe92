using System.Threading;

namespace Devmap;

/// <summary>One table of the lowest level. Its entries are read without a lock and written under a lock on the table.</summary>
internal sealed class PteTable
{
    public const int Size = 512;

    private readonly long[] _entries = new long[Size];

    public Pte this[int index]
    {
        get => new(unchecked((ulong)Volatile.Read(ref _entries[index])));
        set => Volatile.Write(ref _entries[index], unchecked((long)value.Value));
    }

    /// <summary>The place of an address in its table (<c>pte_index</c>).</summary>
    public static int IndexOf(ulong address) => (int)(address >> PhysicalMemory.PageShift) & (Size - 1);
}
