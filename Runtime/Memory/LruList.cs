using System.Collections.Generic;
using Devmap.Contracts;

namespace Devmap;

/// <summary>
/// A list that runs through the <c>lru</c> words of its pages (<c>struct list_head</c>): the free lists of the page
/// allocator and the lists by which memory is reclaimed are such. A device page has its pgmap in these words.
/// </summary>
/// <remarks>Not thread-safe. A page is on one list at most. The list holds no reference.</remarks>
public sealed class LruList
{
    private readonly PhysicalMemory _memory;
    private Page? _first;
    private Page? _last;

    /// <summary>An empty list (<c>INIT_LIST_HEAD</c>) for pages of one machine.</summary>
    public LruList(PhysicalMemory memory) => _memory = memory ?? throw new System.ArgumentNullException(nameof(memory));

    /// <summary>The number of pages on the list.</summary>
    public int Count { get; private set; }

    /// <summary>The pages from the first to the last.</summary>
    public IEnumerable<Pfn> Frames
    {
        get
        {
            for (Page? page = _first; page is not null; page = page.NextOnList)
            {
                yield return page.Pfn;
            }
        }
    }

    /// <summary>Puts a page at the front (<c>list_add(&amp;page-&gt;lru)</c>).</summary>
    /// <exception cref="KernelBugException">
    /// It is a device page, whose pgmap lies where the list would be written (<c>VM_BUG_ON_PAGE</c>). A kernel with
    /// <see cref="KernelDefects.LruOfDevicePages"/> goes on and overwrites it.
    /// </exception>
    /// <exception cref="System.ArgumentException">The page belongs to another machine.</exception>
    public void Add([RejectsTrait("zone-device")] Page page)
    {
        CheckPage(page);
        page.SetPreviousOnList(null);
        page.SetNextOnList(_first);
        if (_first is null)
        {
            _last = page;
        }
        else
        {
            _first.SetPreviousOnList(page);
        }

        _first = page;
        Count++;
    }

    internal void Remove(Page page)
    {
        Page? previous = page.PreviousOnList;
        Page? next = page.NextOnList;
        if (previous is null)
        {
            _first = next;
        }
        else
        {
            previous.SetNextOnList(next);
        }

        if (next is null)
        {
            _last = previous;
        }
        else
        {
            next.SetPreviousOnList(previous);
        }

        page.SetPreviousOnList(null);
        page.SetNextOnList(null);
        Count--;
    }

    [return: UncountedRef]
    internal Page? TakeFirst() => Take(_first);

    [return: UncountedRef]
    internal Page? TakeLast() => Take(_last);

    [return: UncountedRef]
    private Page? Take(Page? page)
    {
        if (page is not null)
        {
            Remove(page);
        }

        return page;
    }

    private void CheckPage(Page page)
    {
        if (page is null)
        {
            throw new System.ArgumentNullException(nameof(page));
        }

        if (page.Memory != _memory)
        {
            throw new System.ArgumentException("The page belongs to another machine.", nameof(page));
        }

        if (page.IsZoneDevice)
        {
            if (!_memory.HasDefect(KernelDefects.LruOfDevicePages))
            {
                throw new KernelBugException("list_add", $"{page.Pfn} is a device page: its pgmap lies over lru");
            }

            _memory.Probe.Breach(Invariant.I3, page, "list_add", "a list pointer is written over the pgmap of the page");
        }
    }
}
