using System;
using System.Threading;

namespace Devmap;

/// <summary>The page table of an address space: four levels of 512 entries, of which only those in use exist.</summary>
public sealed class PageTable
{
    /// <summary>The first address behind the user's part (<c>TASK_SIZE</c>).</summary>
    public const ulong AddressLimit = 0x7FFF_FFFF_F000;

    /// <summary>How many bytes one table of the lowest level covers.</summary>
    internal const ulong TableSpan = (ulong)PteTable.Size * PhysicalMemory.PageSize;

    private const int LevelBits = 9;
    private const int UpperLevels = 3;

    private readonly object?[] _root = new object?[1 << LevelBits];

    internal PageTable()
    {
    }

    /// <summary>The entry of an address (<c>ptep_get</c> without a lock). A snapshot.</summary>
    public Pte Lookup(ulong address) => Find(address) is { } table ? table[PteTable.IndexOf(address)] : Pte.None;

    /// <summary>The table that has the entry of an address; <see langword="null"/>: nothing was ever mapped near it.</summary>
    internal PteTable? Find(ulong address) => Walk(address, create: false);

    /// <summary>The table that has the entry of an address, made where there is none (<c>pte_alloc</c>).</summary>
    internal PteTable GetOrAdd(ulong address) => Walk(address, create: true)!;

    private static int IndexAt(int level, ulong address)
    {
        int shift = PhysicalMemory.PageShift + (LevelBits * (level + 1));
        return (int)(address >> shift) & ((1 << LevelBits) - 1);
    }

    private PteTable? Walk(ulong address, bool create)
    {
        if (address >= AddressLimit)
        {
            throw new ArgumentOutOfRangeException(nameof(address), $"0x{address:x} is no user address.");
        }

        object?[] directory = _root;
        for (int level = UpperLevels - 1; level > 0; level--)
        {
            if (Next(directory, IndexAt(level, address), create, static () => new object?[1 << LevelBits]) is not object?[] next)
            {
                return null;
            }

            directory = next;
        }

        return (PteTable?)Next(directory, IndexAt(0, address), create, static () => new PteTable());
    }

    // Two threads may make the same table; the first to publish it wins and the other's is dropped, still empty.
    private static object? Next(object?[] directory, int index, bool create, Func<object> make)
    {
        object? seen = Volatile.Read(ref directory[index]);
        return seen is not null || !create
            ? seen
            : Interlocked.CompareExchange(ref directory[index], make(), null) ?? directory[index];
    }
}
