using System;
using System.Collections.Generic;
using System.Threading;
using Devmap.Contracts;

namespace Devmap;

/// <summary>A file whose pages are the device's memory itself (<c>S_DAX</c>).</summary>
public sealed partial class DaxFile
{
    // Held for reading by who brings a page to life, for writing by who changes which pages there are
    // (filemap_invalidate_lock).
    private readonly ReaderWriterLockSlim _invalidateLock = new();
    private readonly List<DaxEntry> _entries = new();
    private readonly List<Vma> _vmas = new();

    internal DaxFile(DaxDevice device, IEnumerable<Pfn> blocks)
    {
        Device = device;
        foreach (Pfn block in blocks)
        {
            _entries.Add(new DaxEntry(block));
        }
    }

    /// <summary>The device.</summary>
    public DaxDevice Device { get; }

    /// <summary>The length, in pages. A snapshot.</summary>
    public int PageCount
    {
        get
        {
            lock (_entries)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>
    /// A page of the file with a reference for the caller, taken under the lock of its DAX entry, the one place where an
    /// idle page of a file may come to life (<c>dax_associate_entry</c>, then <c>folio_ref_inc</c>). It is what a fault
    /// handler installs and then gives up with <see cref="Page.Put"/>.
    /// </summary>
    /// <param name="pageIndex">Which page, counted from the beginning of the file.</param>
    /// <returns><see langword="null"/>: the file has no such page, or the device is dead (<c>SIGBUS</c>).</returns>
    [return: AcquiresRef(When = When.NotNull)]
    [TrustedContract]
    public Page? GetPage(long pageIndex)
    {
        int reader = Device.Users.Enter();
        _invalidateLock.EnterReadLock();
        try
        {
            if (!Device.IsAlive || FindEntry(pageIndex) is not { } entry || Device.Memory.GetDevPagemap(entry.Block) is not { } pgmap)
            {
                return null;
            }

            lock (entry)
            {
                Page page = Device.Memory.PfnToPage(entry.Block)!;
                page.SetMapping(this);
                page.AddReference();
                pgmap.Put();
                return page;
            }
        }
        finally
        {
            _invalidateLock.ExitReadLock();
            Device.Users.Exit(reader);
        }
    }

    /// <summary>Maps the file into an address space (<c>mmap</c>).</summary>
    /// <param name="space">The address space, of the machine that the device is in.</param>
    /// <param name="pageCount">The length of the mapping, in pages, at least 1. It may go beyond the end of the file.</param>
    /// <param name="flags">What it allows.</param>
    /// <param name="handler">Fills the mapping; <see langword="null"/>: the file's own fault handler.</param>
    /// <param name="pageOffset">The page of the file that the first page shows.</param>
    /// <exception cref="ArgumentException">The address space belongs to another machine.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pageCount"/> or <paramref name="pageOffset"/> is out of range.</exception>
    [return: HasTrait("fs-dax")]
    public Vma Map(
        AddressSpace space,
        int pageCount,
        VmFlags flags = VmFlags.Read | VmFlags.Write | VmFlags.Shared,
        IFaultHandler? handler = null,
        long pageOffset = 0)
    {
        if (space is null)
        {
            throw new ArgumentNullException(nameof(space));
        }

        if (space.Memory != Device.Memory)
        {
            throw new ArgumentException("The address space belongs to another machine.", nameof(space));
        }

        return space.Map(pageCount, flags, new VmaBacking(handler ?? new DaxFaultHandler(this), pageOffset, this));
    }

    /// <summary>Empties every page-table entry that shows the file, in all address spaces (<c>unmap_mapping_range</c>).</summary>
    /// <remarks>This is what has to be done before the device's memory goes away: nobody else does it.</remarks>
    public void UnmapAll()
    {
        // Locked to the end: while a mapping is linked here, its addresses cannot become another's.
        lock (_vmas)
        {
            foreach (Vma vma in _vmas)
            {
                PageZapper.Zap(vma, vma.Start, vma.End);
            }
        }
    }

    /// <summary>
    /// A fault on a mapping of the file, from the question whether the device lives to the filled entry: no entry leads
    /// to a device that <see cref="DaxDevice.Kill"/> has ended.
    /// </summary>
    internal VmFaultResult Fault(IFaultHandler handler, VmFault fault)
    {
        int reader = Device.Users.Enter();
        try
        {
            return handler.Fault(fault);
        }
        finally
        {
            Device.Users.Exit(reader);
        }
    }

    /// <summary>A mapping of the file begins (<c>vma_link_file</c>).</summary>
    internal void Link(Vma vma)
    {
        lock (_vmas)
        {
            _vmas.Add(vma);
        }
    }

    /// <summary>A mapping of the file ends (<c>unlink_file_vma</c>).</summary>
    internal void Unlink(Vma vma)
    {
        lock (_vmas)
        {
            _vmas.Remove(vma);
        }
    }

    private DaxEntry? FindEntry(long pageIndex)
    {
        lock (_entries)
        {
            return pageIndex >= 0 && pageIndex < _entries.Count ? _entries[(int)pageIndex] : null;
        }
    }
}
