using System;
using System.Collections.Generic;
using System.Threading;

namespace Devmap;

/// <summary>The page table of an address space: four levels of 512 entries, of which only those in use exist.</summary>
public sealed class PageTable
{
    /// <summary>The first address behind the user's part (<c>TASK_SIZE</c>).</summary>
    public const ulong AddressLimit = 0x7FFF_FFFF_F000;

    /// <summary>How many bytes one table of the lowest level covers, and one entry of the second (<c>PMD_SIZE</c>).</summary>
    internal const ulong TableSpan = (ulong)PteTable.Size * PhysicalMemory.PageSize;

    private const int LevelBits = 9;
    private const int UpperLevels = 3;

    private readonly object?[] _root = new object?[1 << LevelBits];

    internal PageTable()
    {
    }

    /// <summary>
    /// The entry of an address (<c>ptep_get</c> without a lock); where an entry of the second level leads there, the one
    /// that would do the same for this page. A snapshot.
    /// </summary>
    public Pte Lookup(ulong address)
    {
        return EntryAbove(address) switch
        {
            PteTable table => table[PteTable.IndexOf(address)],
            PmdLeaf leaf => leaf.Pmd.PteAt(address),
            _ => Pte.None,
        };
    }

    /// <summary>The entry of the second level that leads to 512 pages around an address (<c>pmdp_get</c>); none: see <see cref="Lookup"/>. A snapshot.</summary>
    public Pmd LookupPmd(ulong address) => FindLeaf(address)?.Pmd ?? Pmd.None;

    /// <summary>The table that has the entry of an address; <see langword="null"/>: nothing was ever mapped near it, or 512 pages at once.</summary>
    internal PteTable? Find(ulong address) => EntryAbove(address) as PteTable;

    internal PmdLeaf? FindLeaf(ulong address) => EntryAbove(address) as PmdLeaf;

    /// <summary>What stands on the second level: a table, a leaf or nothing.</summary>
    internal object? EntryAbove(ulong address) => FindPmds(address)?[PmdTable.IndexOf(address)];

    /// <summary>
    /// The table that has the entry of an address, made where there is none (<c>pte_alloc</c>); <see langword="null"/>: an
    /// entry of the second level is in its place.
    /// </summary>
    internal PteTable? GetOrAdd(ulong address) => GetOrAddPmds(address).GetOrAddTable(address);

    internal PmdTable? FindPmds(ulong address) => Walk(address, create: false);

    internal PmdTable GetOrAddPmds(ulong address) => Walk(address, create: true)!;

    /// <summary>
    /// Drops the tables of the lowest level between two addresses (<c>free_pgtables</c>). They are empty, and nobody makes
    /// entries there; who still looks at one finds it empty.
    /// </summary>
    internal void FreeTables(ulong start, ulong end)
    {
        for (ulong address = start & ~(TableSpan - 1); address < end; address += TableSpan)
        {
            if (FindPmds(address) is { } pmds && pmds[PmdTable.IndexOf(address)] is PteTable)
            {
                lock (pmds)
                {
                    pmds.Set(address, null);
                }
            }
        }
    }

    /// <summary>The present entries of a mapping, for who keeps others from changing them or can bear that they do.</summary>
    internal IEnumerable<MappedEntry> EntriesOf(Vma vma)
    {
        foreach (MappedEntry entry in UsedEntriesOf(vma))
        {
            if (entry.Pte.IsPresent)
            {
                yield return entry;
            }
        }
    }

    /// <summary>The entries of a mapping that are not empty, present or not.</summary>
    internal IEnumerable<MappedEntry> UsedEntriesOf(Vma vma)
    {
        for (ulong address = vma.Start; address < vma.End; address = (address & ~(TableSpan - 1)) + TableSpan)
        {
            object? above = EntryAbove(address);
            if (above is PmdLeaf leaf)
            {
                yield return new MappedEntry(address & ~(TableSpan - 1), leaf.Pmd.PteAt(address & ~(TableSpan - 1)), IsHuge: true);
            }
            else if (above is PteTable table)
            {
                ulong end = Math.Min(vma.End, (address & ~(TableSpan - 1)) + TableSpan);
                for (ulong one = address; one < end; one += PhysicalMemory.PageSize)
                {
                    if (table[PteTable.IndexOf(one)] is { IsNone: false } pte)
                    {
                        yield return new MappedEntry(one, pte, IsHuge: false);
                    }
                }
            }
        }
    }

    private static int IndexAt(int level, ulong address)
    {
        int shift = PhysicalMemory.PageShift + (LevelBits * (level + 1));
        return (int)(address >> shift) & ((1 << LevelBits) - 1);
    }

    private PmdTable? Walk(ulong address, bool create)
    {
        if (address >= AddressLimit)
        {
            throw new ArgumentOutOfRangeException(nameof(address), $"0x{address:x} is no user address.");
        }

        return Next(_root, IndexAt(UpperLevels - 1, address), create, static () => new object?[1 << LevelBits]) is object?[] directory
            ? (PmdTable?)Next(directory, IndexAt(UpperLevels - 2, address), create, static () => new PmdTable())
            : null;
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
