using System;
using System.Collections.Generic;

namespace Devmap;

/// <summary>The mappings of an address space in the order of their addresses (the maple tree of <c>mm_struct</c>). Not thread-safe.</summary>
internal sealed class VmaTree
{
    /// <summary>Where the search for a free place begins (<c>mmap_base</c>, growing upwards).</summary>
    private const ulong MmapBase = 0x5555_5555_0000;

    private readonly SortedList<ulong, Vma> _vmas = new();

    /// <summary>All mappings, in order.</summary>
    public IEnumerable<Vma> All => _vmas.Values;

    /// <summary>The mapping that has the address (<c>vma_lookup</c>).</summary>
    public Vma? Find(ulong address)
    {
        int index = LastStartingBefore(address + 1);
        return index >= 0 && _vmas.Values[index].Contains(address) ? _vmas.Values[index] : null;
    }

    public bool Overlaps(ulong start, ulong end)
    {
        int index = LastStartingBefore(end);
        return start < end && index >= 0 && _vmas.Values[index].End > start;
    }

    /// <summary>
    /// The first free place of that many bytes (<c>get_unmapped_area</c>) whose address, divided by
    /// <paramref name="alignment"/>, leaves <paramref name="offset"/>.
    /// </summary>
    public ulong FindGap(ulong length, ulong alignment, ulong offset)
    {
        ulong candidate = Align(MmapBase, alignment, offset);
        foreach (Vma vma in _vmas.Values)
        {
            if (vma.Start >= candidate + length)
            {
                break;
            }

            candidate = Math.Max(candidate, Align(vma.End, alignment, offset));
        }

        return candidate;
    }

    public void Add(Vma vma) => _vmas.Add(vma.Start, vma);

    public bool Remove(Vma vma) => Find(vma.Start) == vma && _vmas.Remove(vma.Start);

    private static ulong Align(ulong address, ulong alignment, ulong offset)
        => address + ((offset - address) & (alignment - 1));

    private int LastStartingBefore(ulong address)
    {
        int low = 0;
        int high = _vmas.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_vmas.Keys[middle] < address)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }
}
