using System;
using System.Collections.Generic;
using System.Threading;
using Devmap.Contracts;

namespace Devmap;

/// <summary>
/// An ordinary file, whose pages are copies in RAM (the page cache), or shared memory, which has no other place. Its pages
/// can be detached from it: whoever holds one keeps an orphan.
/// </summary>
public sealed class CachedFile : MappedFile
{
    private readonly PhysicalMemory _memory;
    private readonly Dictionary<long, Page> _pages = new();
    private readonly bool _isShared;

    /// <summary>A file of <paramref name="pageCount"/> pages of zeros.</summary>
    /// <param name="memory">The machine.</param>
    /// <param name="pageCount">The length, in pages, from 0 on.</param>
    /// <param name="isSharedMemory">Whether it is shared memory (<c>shmem</c>), whose pages nobody writes to a medium.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pageCount"/> is negative.</exception>
    public CachedFile(PhysicalMemory memory, int pageCount, bool isSharedMemory = false)
    {
        _memory = memory ?? throw new ArgumentNullException(nameof(memory));
        PageCount = pageCount >= 0 ? pageCount : throw new ArgumentOutOfRangeException(nameof(pageCount));
        _isShared = isSharedMemory;
    }

    /// <summary>The length, in pages. A snapshot.</summary>
    public int PageCount { get; private set; }

    /// <summary>The number of pages in the cache (<c>nrpages</c>). A snapshot.</summary>
    public int CachedPages
    {
        get
        {
            lock (_pages)
            {
                return _pages.Count;
            }
        }
    }

    internal override bool TracksWrites => !_isShared;

    /// <summary>Maps the file into an address space (<c>mmap</c>).</summary>
    /// <param name="space">The address space, of the same machine.</param>
    /// <param name="pageCount">The length of the mapping, in pages, at least 1. It may go beyond the end of the file.</param>
    /// <param name="flags">What it allows.</param>
    /// <param name="pageOffset">The page of the file that the first page shows.</param>
    /// <exception cref="ArgumentException">The address space belongs to another machine.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pageCount"/> or <paramref name="pageOffset"/> is out of range.</exception>
    public Vma Map(AddressSpace space, int pageCount, VmFlags flags = VmFlags.Read | VmFlags.Write | VmFlags.Shared, long pageOffset = 0)
    {
        if (space is null)
        {
            throw new ArgumentNullException(nameof(space));
        }

        if (space.Memory != _memory)
        {
            throw new ArgumentException("The address space belongs to another machine.", nameof(space));
        }

        return space.Map(pageCount, flags, new VmaBacking(new CachedFaultHandler(this), pageOffset, this));
    }

    /// <summary>A page of the file with a reference for the caller, read in if need be (<c>filemap_get_folio</c>, <c>read_cache_folio</c>).</summary>
    /// <param name="pageIndex">Which page, counted from the beginning of the file.</param>
    /// <param name="error"><see cref="Errno.None"/>; <see cref="Errno.ENXIO"/>: beyond the end; <see cref="Errno.ENOMEM"/>.</param>
    /// <returns><see langword="null"/>: see <paramref name="error"/>.</returns>
    [return: AcquiresRef(When = When.NotNull)]
    public Page? GetPage(long pageIndex, out Errno error)
    {
        lock (_pages)
        {
            if (pageIndex < 0 || pageIndex >= PageCount)
            {
                error = Errno.ENXIO;
                return null;
            }

            if (!_pages.TryGetValue(pageIndex, out Page? page))
            {
                page = _memory.AllocPage();
                if (page is null)
                {
                    error = Errno.ENOMEM;
                    return null;
                }

                // The allocation's reference is the cache's from now on.
                page.SetMapping(this, pageIndex);
                _pages.Add(pageIndex, page);
            }

            page.Get();
            error = Errno.None;
            return page;
        }
    }

    /// <summary>
    /// Changes the length (<c>truncate</c>). Pages behind the new end leave page tables and cache at once, whoever holds
    /// them: they belong to nobody then but the holders.
    /// </summary>
    /// <returns><see cref="Errno.EINVAL"/>: the length is negative.</returns>
    public Errno Truncate(int pageCount)
    {
        if (pageCount < 0)
        {
            return Errno.EINVAL;
        }

        lock (_pages)
        {
            PageCount = pageCount;
        }

        Drop(pageCount, long.MaxValue);
        return Errno.None;
    }

    /// <summary>Replaces a part of the file by zeros (<c>fallocate(FALLOC_FL_PUNCH_HOLE)</c>). Its pages leave as with <see cref="Truncate"/>.</summary>
    /// <returns><see cref="Errno.EINVAL"/>: no such part.</returns>
    public Errno PunchHole(long pageIndex, long pageCount)
    {
        if (pageIndex < 0 || pageCount < 0)
        {
            return Errno.EINVAL;
        }

        Drop(pageIndex, pageCount);
        return Errno.None;
    }

    /// <summary>The file goes for good (<c>evict_inode</c>); its pages leave the cache.</summary>
    /// <returns><see cref="Errno.EBUSY"/>: it is mapped.</returns>
    public Errno Evict() => IsMapped ? Errno.EBUSY : Truncate(0);

    /// <summary>A page with a hardware error leaves the cache (<c>me_pagecache_clean</c>).</summary>
    internal void Drop(long pageIndex, long pageCount)
    {
        UnmapRange(pageIndex, pageCount);
        var dropped = new List<Page>();
        lock (_pages)
        {
            long end = pageCount >= long.MaxValue - pageIndex ? long.MaxValue : pageIndex + pageCount;
            foreach (long index in new List<long>(_pages.Keys))
            {
                if (index >= pageIndex && index < end)
                {
                    dropped.Add(_pages[index]);
                    _pages.Remove(index);
                }
            }
        }

        // Once more: a fault may have got hold of a page before it left the cache (truncate_inode_pages after unmapping).
        UnmapRange(pageIndex, pageCount);
        Release(dropped);
    }

    private static void Release(List<Page> dropped)
    {
        foreach (Page page in dropped)
        {
            page.SetMapping(null);
            page.Put();
        }
    }
}
