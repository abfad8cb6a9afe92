using System;
using System.Collections.Generic;
using System.Threading;
using Devmap.Contracts;

namespace Devmap;

/// <summary>A file whose pages are the device's memory itself (<c>S_DAX</c>).</summary>
public sealed partial class DaxFile : MappedFile
{
    // Held for reading by who brings a page to life, for writing by who changes which pages there are
    // (filemap_invalidate_lock).
    private readonly ReaderWriterLockSlim _invalidateLock = new();
    private readonly List<DaxEntry> _entries = new();

    internal DaxFile(DaxDevice device, IEnumerable<Pfn?> blocks)
    {
        Device = device;
        foreach (Pfn? block in blocks)
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

    internal override bool IsFsDax => true;

    internal override bool TracksWrites => true;

    private PhysicalMemory Memory => Device.Memory;

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

        if (space.Memory != Memory)
        {
            throw new ArgumentException("The address space belongs to another machine.", nameof(space));
        }

        return space.Map(pageCount, flags, new VmaBacking(handler ?? new DaxFaultHandler(this), pageOffset, this));
    }

    /// <summary>
    /// A fault on a mapping of the file, from the question whether the device lives to the filled entry: no entry leads
    /// to a device that <see cref="DaxDevice.Kill"/> has ended.
    /// </summary>
    internal override VmFaultResult Fault(IFaultHandler handler, VmFault fault)
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

    /// <inheritdoc cref="Fault"/>
    internal override VmFaultResult HugeFault(IHugeFaultHandler handler, VmFault fault)
    {
        int reader = Device.Users.Enter();
        try
        {
            return handler.HugeFault(fault);
        }
        finally
        {
            Device.Users.Exit(reader);
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
