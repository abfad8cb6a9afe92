using System;
using System.Threading;

namespace Devmap;

/// <summary>The address space of a process (<c>struct mm_struct</c>): what is mapped where.</summary>
public sealed partial class AddressSpace
{
    private readonly ReaderWriterLockSlim _mmapLock = new();
    private readonly VmaTree _vmas = new();
    private long _resident;

    /// <summary>An empty address space.</summary>
    public AddressSpace(PhysicalMemory memory)
    {
        Memory = memory ?? throw new ArgumentNullException(nameof(memory));
        memory.Register(this);
    }

    /// <summary>The machine.</summary>
    public PhysicalMemory Memory { get; }

    /// <summary>The page table.</summary>
    public PageTable PageTable { get; } = new();

    /// <summary>The number of entries that show a counted page (<c>get_mm_rss</c>). A snapshot.</summary>
    public long ResidentPages => Interlocked.Read(ref _resident);

    /// <summary>Maps a range at a free address (<c>mmap</c>).</summary>
    /// <param name="pageCount">The length, in pages, at least 1.</param>
    /// <param name="flags">What the mapping allows and may contain.</param>
    /// <param name="handler">Fills the mapping; <see langword="null"/>: anonymous memory.</param>
    /// <param name="pageOffset">The page of the mapped object that the first page shows.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pageCount"/> or <paramref name="pageOffset"/> is out of range.</exception>
    public Vma Map(int pageCount, VmFlags flags, IFaultHandler? handler = null, long pageOffset = 0)
        => Map(pageCount, flags, new VmaBacking(handler, pageOffset, File: null));

    /// <summary>Maps a range at a given address (<c>mmap</c> with <c>MAP_FIXED_NOREPLACE</c>).</summary>
    /// <param name="start">The first address, a multiple of the page size.</param>
    /// <param name="pageCount">The length, in pages.</param>
    /// <param name="flags">What the mapping allows and may contain.</param>
    /// <param name="error">
    /// <see cref="Errno.None"/>; <see cref="Errno.EINVAL"/>: the address is not aligned, or the length is not positive;
    /// <see cref="Errno.ENOMEM"/>: the range leaves the user's part; <see cref="Errno.EEXIST"/>: something is mapped there.
    /// </param>
    /// <param name="handler">Fills the mapping; <see langword="null"/>: anonymous memory.</param>
    /// <param name="pageOffset">The page of the mapped object that the first page shows.</param>
    /// <returns><see langword="null"/>: see <paramref name="error"/>.</returns>
    public Vma? MapAt(ulong start, int pageCount, VmFlags flags, out Errno error, IFaultHandler? handler = null, long pageOffset = 0)
    {
        if (start % PhysicalMemory.PageSize != 0 || pageCount <= 0 || pageOffset < 0)
        {
            error = Errno.EINVAL;
            return null;
        }

        if (start >= PageTable.AddressLimit || Bytes(pageCount) > PageTable.AddressLimit - start)
        {
            error = Errno.ENOMEM;
            return null;
        }

        _mmapLock.EnterWriteLock();
        try
        {
            if (_vmas.Overlaps(start, start + Bytes(pageCount)))
            {
                error = Errno.EEXIST;
                return null;
            }

            error = Errno.None;
            return Add(start, pageCount, flags, new VmaBacking(handler, pageOffset, File: null));
        }
        finally
        {
            _mmapLock.ExitWriteLock();
        }
    }

    /// <summary>Takes a mapping away with all its page-table entries (<c>munmap</c>).</summary>
    /// <returns><see cref="Errno.EINVAL"/>: it is not mapped here (any more).</returns>
    public Errno Unmap(Vma vma)
    {
        CheckOwn(vma);
        _mmapLock.EnterWriteLock();
        try
        {
            if (!_vmas.Remove(vma))
            {
                return Errno.EINVAL;
            }

            // Under the lock to the end: the next mapping may come to the same place.
            vma.Detach();
            vma.Backing.File?.Unlink(vma);
            PageZapper.Zap(vma, vma.Start, vma.End);
            FreeTables(vma);
            return Errno.None;
        }
        finally
        {
            _mmapLock.ExitWriteLock();
        }
    }

    /// <summary>
    /// Empties the page-table entries of a part of a mapping; what they held is given up (<c>zap_vma_ptes</c>,
    /// <c>madvise(MADV_DONTNEED)</c>). The next touch faults again.
    /// </summary>
    /// <returns><see cref="Errno.EINVAL"/>: the part is not inside the mapping, or that is unmapped.</returns>
    public Errno Zap(Vma vma, ulong start, int pageCount)
    {
        CheckOwn(vma);
        if (!vma.Contains(start) || pageCount < 0 || Bytes(pageCount) > vma.End - start || start % PhysicalMemory.PageSize != 0)
        {
            return Errno.EINVAL;
        }

        _mmapLock.EnterReadLock();
        try
        {
            if (!vma.IsMapped)
            {
                return Errno.EINVAL;
            }

            PageZapper.Zap(vma, start, start + Bytes(pageCount));
            return Errno.None;
        }
        finally
        {
            _mmapLock.ExitReadLock();
        }
    }

    /// <summary>Empties all page-table entries of a mapping (<c>zap_page_range_single</c>).</summary>
    public Errno Zap(Vma vma)
    {
        CheckOwn(vma);
        return Zap(vma, vma.Start, vma.PageCount);
    }

    /// <summary>The mapping that has the address (<c>vma_lookup</c>); <see langword="null"/>: none.</summary>
    public Vma? FindVma(ulong address)
    {
        _mmapLock.EnterReadLock();
        try
        {
            return _vmas.Find(address);
        }
        finally
        {
            _mmapLock.ExitReadLock();
        }
    }

    internal static ulong Bytes(int pageCount) => (ulong)pageCount << PhysicalMemory.PageShift;

    internal void AddResident(long pages) => Interlocked.Add(ref _resident, pages);

    internal Vma Map(int pageCount, VmFlags flags, VmaBacking backing)
    {
        if (pageCount <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(pageCount), pageCount, "A mapping has at least one page.");
        }

        if (backing.PageOffset < 0)
        {
            throw new ArgumentOutOfRangeException("pageOffset", backing.PageOffset, "An object has no page before its first.");
        }

        _mmapLock.EnterWriteLock();
        try
        {
            // So that 512 pages of a file that begin a block of 512 can be shown by one entry (thp_get_unmapped_area).
            ulong start = pageCount >= PteTable.Size
                ? _vmas.FindGap(Bytes(pageCount), PageTable.TableSpan, (ulong)(backing.PageOffset % PteTable.Size) << PhysicalMemory.PageShift)
                : _vmas.FindGap(Bytes(pageCount), PhysicalMemory.PageSize, offset: 0);
            return Add(start, pageCount, flags, backing);
        }
        finally
        {
            _mmapLock.ExitWriteLock();
        }
    }

    private Vma Add(ulong start, int pageCount, VmFlags flags, VmaBacking backing)
    {
        var vma = new Vma(this, start, pageCount, flags, backing);

        // The file has to know the mapping before the first fault can use it.
        backing.File?.Link(vma);
        _vmas.Add(vma);
        return vma;
    }

    // A table of the lowest level goes when no other mapping uses it, so that 512 pages at once can come to its place.
    private void FreeTables(Vma vma)
    {
        ulong start = vma.Start & ~(PageTable.TableSpan - 1);
        ulong end = (vma.End + PageTable.TableSpan - 1) & ~(PageTable.TableSpan - 1);
        start = _vmas.Overlaps(start, vma.Start) ? start + PageTable.TableSpan : start;
        end = _vmas.Overlaps(vma.End, end) ? end - PageTable.TableSpan : end;
        if (start < end)
        {
            PageTable.FreeTables(start, Math.Min(end, PageTable.AddressLimit));
        }
    }

    private void CheckOwn(Vma vma)
    {
        if (vma is null)
        {
            throw new ArgumentNullException(nameof(vma));
        }

        if (vma.Space != this)
        {
            throw new ArgumentException("The mapping belongs to another address space.", nameof(vma));
        }
    }
}
