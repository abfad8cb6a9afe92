using System;
using System.Collections.Generic;
using System.Threading;
using Devmap.Contracts;

namespace Devmap;

/// <summary>Persistent memory that a filesystem uses without page cache (<c>struct dax_device</c>): it lends its pages to files.</summary>
public sealed class DaxDevice
{
    private readonly Stack<Pfn> _freeBlocks;
    private int _dead;

    /// <summary>A device on a range of memory (<c>alloc_dax</c>).</summary>
    /// <exception cref="ArgumentException">The range is not <see cref="MemoryType.FsDax"/>.</exception>
    public DaxDevice([BorrowedRef] PgMap pgmap)
    {
        PgMap = pgmap ?? throw new ArgumentNullException(nameof(pgmap));
        if (pgmap.Type != MemoryType.FsDax)
        {
            throw new ArgumentException($"The range is {pgmap.Type}; files need {nameof(MemoryType.FsDax)}.", nameof(pgmap));
        }

        _freeBlocks = new Stack<Pfn>(pgmap.PageCount);
        for (int i = pgmap.PageCount - 1; i >= 0; i--)
        {
            _freeBlocks.Push(pgmap.Start + i);
        }
    }

    /// <summary>The range of memory.</summary>
    [BorrowedRef]
    public PgMap PgMap { get; }

    /// <summary>Whether files can be used (<c>dax_alive</c>).</summary>
    public bool IsAlive => Volatile.Read(ref _dead) == 0;

    /// <summary>The number of pages that belong to no file. A snapshot.</summary>
    public int FreeBlocks
    {
        get
        {
            lock (_freeBlocks)
            {
                return _freeBlocks.Count;
            }
        }
    }

    internal PhysicalMemory Memory => PgMap.Zone.Memory;

    /// <summary>Held by whoever asked whether the device is alive and acts on the answer (<c>dax_read_lock</c>).</summary>
    internal Srcu Users { get; } = new();

    /// <summary>A new file of <paramref name="pageCount"/> pages.</summary>
    /// <param name="pageCount">The length, in pages, from 0 on.</param>
    /// <param name="error">
    /// <see cref="Errno.None"/>; <see cref="Errno.EINVAL"/>: the length is negative; <see cref="Errno.ENXIO"/>: the device
    /// is dead; <see cref="Errno.ENOSPC"/>: there are not so many free pages.
    /// </param>
    /// <returns><see langword="null"/>: see <paramref name="error"/>.</returns>
    public DaxFile? CreateFile(int pageCount, out Errno error)
    {
        if (pageCount < 0)
        {
            error = Errno.EINVAL;
            return null;
        }

        lock (_freeBlocks)
        {
            error = !IsAlive ? Errno.ENXIO : pageCount > _freeBlocks.Count ? Errno.ENOSPC : Errno.None;
            if (error != Errno.None)
            {
                return null;
            }

            var blocks = new List<Pfn>(pageCount);
            for (int i = 0; i < pageCount; i++)
            {
                blocks.Add(_freeBlocks.Pop());
            }

            return new DaxFile(this, blocks);
        }
    }

    /// <summary>
    /// The device is gone or going (<c>kill_dax</c>): no file gives out a page any more, and faults that have begun are
    /// over when this returns, so that no new entry of a page table leads to the device. Mappings and references that
    /// exist are not touched; see <see cref="DaxFile.UnmapAll"/>. A fault handler must not call it: it would wait for
    /// itself.
    /// </summary>
    public void Kill()
    {
        lock (_freeBlocks)
        {
            Volatile.Write(ref _dead, 1);
        }

        Users.Synchronize();
    }

    internal void Free(IEnumerable<Pfn> blocks)
    {
        lock (_freeBlocks)
        {
            foreach (Pfn block in blocks)
            {
                _freeBlocks.Push(block);
            }
        }
    }
}
