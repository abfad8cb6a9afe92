using System;
using System.Collections.Generic;
using System.Threading;
using Devmap.Contracts;

namespace Devmap;

/// <summary>Persistent memory that a filesystem uses without page cache (<c>struct dax_device</c>): it lends its pages to files.</summary>
public sealed partial class DaxDevice : IDaxLife
{
    private readonly Stack<Pfn> _freeBlocks;

    // How many files have a block, where it is more than one (the reference count B-tree of XFS).
    private readonly Dictionary<Pfn, int> _owners = new();
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

        pgmap.Device = this;
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

            var blocks = new List<Pfn?>(pageCount);
            for (int i = 0; i < pageCount; i++)
            {
                blocks.Add(TakeBlock());
            }

            return new DaxFile(this, blocks);
        }
    }

    /// <summary>A block that belongs to nobody; <see langword="null"/>: there is none (<c>ENOSPC</c>).</summary>
    internal Pfn? AllocateBlock()
    {
        lock (_freeBlocks)
        {
            return _freeBlocks.Count > 0 ? TakeBlock() : null;
        }
    }

    /// <summary>One more file has the block.</summary>
    internal void ShareBlock(Pfn block)
    {
        lock (_freeBlocks)
        {
            _owners[block] = _owners.TryGetValue(block, out int owners) ? owners + 1 : 2;
        }
    }

    internal bool IsShared(Pfn block)
    {
        lock (_freeBlocks)
        {
            return _owners.ContainsKey(block);
        }
    }

    /// <summary>One file less has the block; the last one frees it.</summary>
    internal void Release(Pfn block)
    {
        lock (_freeBlocks)
        {
            if (!_owners.TryGetValue(block, out int owners))
            {
                _freeBlocks.Push(block);
            }
            else if (owners > 2)
            {
                _owners[block] = owners - 1;
            }
            else
            {
                _owners.Remove(block);
            }
        }
    }

    // Zeroed for its new file, not when the old one gives it up: who holds it beyond that goes on to see what was there.
    private Pfn TakeBlock()
    {
        Pfn block = _freeBlocks.Pop();
        Memory.PfnToPage(block)?.ClearContent();
        return block;
    }
}
