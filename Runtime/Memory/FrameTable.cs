using System.Collections.Concurrent;
using System.Threading;
using Devmap.Contracts;

namespace Devmap;

/// <summary>From frame number to page, sparse, without locks for readers (the kernel's <c>mem_section</c> table).</summary>
internal sealed class FrameTable
{
    private const int SectionShift = 9;
    private const int SectionSize = 1 << SectionShift;

    private readonly ConcurrentDictionary<ulong, Page?[]> _sections = new();

    [return: UncountedRef]
    public Page? Find(Pfn pfn)
    {
        return _sections.TryGetValue(pfn.Value >> SectionShift, out Page?[]? section)
            ? Volatile.Read(ref section[pfn.Value & (SectionSize - 1)])
            : null;
    }

    public void Add([BorrowedRef] Page page)
    {
        Page?[] section = _sections.GetOrAdd(page.Pfn.Value >> SectionShift, static _ => new Page?[SectionSize]);
        Volatile.Write(ref section[page.Pfn.Value & (SectionSize - 1)], page);
    }

    // An empty section stays: a reader may hold it, and a new range may come to the same place.
    public void Remove(Pfn pfn)
    {
        if (_sections.TryGetValue(pfn.Value >> SectionShift, out Page?[]? section))
        {
            Volatile.Write(ref section[pfn.Value & (SectionSize - 1)], null);
        }
    }
}
