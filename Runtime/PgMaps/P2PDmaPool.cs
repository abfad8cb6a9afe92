using System.Collections.Generic;
using Devmap.Contracts;

namespace Devmap;

/// <summary>Memory of a PCI device that other devices transfer to and from, handed out page by page (<c>pci_p2pdma_add_resource</c>).</summary>
public sealed class P2PDmaPool
{
    private readonly Stack<Pfn> _free = new();

    private P2PDmaPool(PhysicalMemory memory) => Memory = memory;

    /// <summary>The machine.</summary>
    public PhysicalMemory Memory { get; }

    /// <summary>The range of memory, alive until <see cref="PhysicalMemory.MemUnmapPages(PgMap)"/>.</summary>
    [BorrowedRef]
    public PgMap PgMap { get; private set; } = null!;

    /// <summary>The number of pages that nobody has (<c>gen_pool_avail</c>). A snapshot.</summary>
    public int FreePages
    {
        get
        {
            lock (_free)
            {
                return _free.Count;
            }
        }
    }

    /// <summary>Makes a pool of a range of device memory.</summary>
    /// <param name="memory">The machine.</param>
    /// <param name="start">The first frame.</param>
    /// <param name="count">The number of frames.</param>
    /// <param name="error">As <see cref="PhysicalMemory.MemRemapPages"/>.</param>
    /// <returns><see langword="null"/>: see <paramref name="error"/>.</returns>
    public static P2PDmaPool? Create(PhysicalMemory memory, Pfn start, int count, out Errno error)
    {
        if (memory is null)
        {
            throw new System.ArgumentNullException(nameof(memory));
        }

        var pool = new P2PDmaPool(memory);
        var ops = new PgMapOps { FolioFree = page => pool.TakeBack(page.Pfn) };
        if (memory.MemRemapPages(MemoryType.PciP2PDma, start, count, out error, ops) is not { } pgmap)
        {
            return null;
        }

        pool.PgMap = pgmap;
        for (int i = count - 1; i >= 0; i--)
        {
            pool._free.Push(start + i);
        }

        return pool;
    }

    /// <summary>A page of the pool with one reference (<c>pci_alloc_p2pmem</c>). The last put brings it back.</summary>
    /// <returns><see langword="null"/>: none is free, or the range is being taken away.</returns>
    [return: AcquiresRef(When = When.NotNull)]
    public Page? AllocPage()
    {
        lock (_free)
        {
            if (PgMap.IsDying || _free.Count == 0)
            {
                return null;
            }

            Page page = Memory.PfnToPage(_free.Pop())!;
            page.InitZoneDevice();
            return page;
        }
    }

    /// <summary>
    /// Maps new pages of the pool into an address space (the <c>allocate</c> file of <c>p2pmem</c> in sysfs, since v6.2).
    /// They go back when the mapping goes.
    /// </summary>
    /// <param name="space">The address space.</param>
    /// <param name="pageCount">How many pages, at least 1.</param>
    /// <param name="error">
    /// <see cref="Errno.None"/>; <see cref="Errno.ENOMEM"/>: there are not so many; <see cref="Errno.EOPNOTSUPP"/>: the
    /// kernels of the era do not map them.
    /// </param>
    /// <returns><see langword="null"/>: see <paramref name="error"/>.</returns>
    public Vma? Map(AddressSpace space, int pageCount, out Errno error)
    {
        if (space is null)
        {
            throw new System.ArgumentNullException(nameof(space));
        }

        error = Memory.Era.GatesP2PDma ? Errno.None : Errno.EOPNOTSUPP;
        if (error != Errno.None)
        {
            return null;
        }

        Vma vma = space.Map(pageCount, VmFlags.Read | VmFlags.Write | VmFlags.Shared);
        for (int i = 0; i < pageCount && error == Errno.None; i++)
        {
            error = InsertNew(vma, vma.Start + AddressSpace.Bytes(i));
        }

        if (error != Errno.None)
        {
            space.Unmap(vma);
            return null;
        }

        return vma;
    }

    private Errno InsertNew(Vma vma, ulong address)
    {
        if (AllocPage() is not { } page)
        {
            return Errno.ENOMEM;
        }

        // The entry's reference is the only one from here on, whether it came in or not.
        Errno error = vma.InsertPage(address, page);
        page.Put();
        return error;
    }

    private void TakeBack(Pfn pfn)
    {
        lock (_free)
        {
            _free.Push(pfn);
        }
    }
}
