using System;
using System.Threading;
using Devmap.Contracts;

namespace Devmap;

/// <summary>Device memory as a file that is mapped as a whole, without a filesystem (<c>struct dev_dax</c>, <c>/dev/dax0.0</c>).</summary>
public sealed class DevDax : MappedFile, IDaxLife
{
    private int _dead;

    /// <summary>A device on a range of memory.</summary>
    /// <param name="pgmap">The range.</param>
    /// <param name="alignment">In what pieces it is mapped, in pages: 1 or 512 (<c>align</c>).</param>
    /// <exception cref="ArgumentException">The range is not <see cref="MemoryType.Generic"/>, or not aligned.</exception>
    public DevDax([BorrowedRef] PgMap pgmap, int alignment = 1)
    {
        PgMap = pgmap ?? throw new ArgumentNullException(nameof(pgmap));
        if (pgmap.Type != MemoryType.Generic)
        {
            throw new ArgumentException($"The range is {pgmap.Type}; device-dax needs {nameof(MemoryType.Generic)}.", nameof(pgmap));
        }

        if (alignment is not (1 or PteTable.Size) || pgmap.PageCount % alignment != 0 || pgmap.Start.Value % (ulong)alignment != 0)
        {
            throw new ArgumentException($"The range cannot be mapped in pieces of {alignment} pages.", nameof(alignment));
        }

        Alignment = alignment;
        pgmap.Device = this;
    }

    /// <summary>The range of memory.</summary>
    [BorrowedRef]
    public PgMap PgMap { get; }

    /// <summary>In what pieces it is mapped, in pages.</summary>
    public int Alignment { get; }

    /// <summary>Whether it can be mapped and used (<c>dax_alive</c>).</summary>
    public bool IsAlive => Volatile.Read(ref _dead) == 0;

    /// <summary>Held by whoever asked whether the device is alive and acts on the answer (<c>dax_read_lock</c>).</summary>
    internal Srcu Users { get; } = new();

    private PhysicalMemory Memory => PgMap.Zone.Memory;

    /// <summary>Maps a part of the device (<c>dax_mmap</c>).</summary>
    /// <param name="space">The address space, of the machine that the device is in.</param>
    /// <param name="pageCount">The length, in pages.</param>
    /// <param name="error">
    /// <see cref="Errno.None"/>; <see cref="Errno.ENXIO"/>: the device is dead; <see cref="Errno.EINVAL"/>: the mapping is
    /// not <see cref="VmFlags.Shared"/>, or is not made of whole pieces of <see cref="Alignment"/> pages.
    /// </param>
    /// <param name="flags">What it allows.</param>
    /// <param name="pageOffset">The page of the device that the first page shows.</param>
    /// <returns><see langword="null"/>: see <paramref name="error"/>.</returns>
    /// <exception cref="ArgumentException">The address space belongs to another machine.</exception>
    public Vma? Map(AddressSpace space, int pageCount, out Errno error, VmFlags flags = VmFlags.Read | VmFlags.Write | VmFlags.Shared, long pageOffset = 0)
    {
        if (space is null)
        {
            throw new ArgumentNullException(nameof(space));
        }

        if (space.Memory != Memory)
        {
            throw new ArgumentException("The address space belongs to another machine.", nameof(space));
        }

        bool isWhole = pageCount > 0 && pageOffset >= 0 && pageCount % Alignment == 0 && pageOffset % Alignment == 0;
        error = !IsAlive ? Errno.ENXIO : !isWhole || (flags & VmFlags.Shared) == 0 ? Errno.EINVAL : Errno.None;
        return error == Errno.None ? space.Map(pageCount, flags | VmFlags.HugePage, new VmaBacking(new DevDaxFaultHandler(this), pageOffset, this)) : null;
    }

    /// <summary>
    /// No fault is answered from now on, and those that have begun are over when this returns; the page-table entries that
    /// lead to the device are emptied (<c>kill_dev_dax</c>).
    /// </summary>
    public void Kill()
    {
        Volatile.Write(ref _dead, 1);
        Users.Synchronize();
        UnmapAll();
    }

    /// <summary>Takes the device away (unbind): it is killed, and its range removed when nobody holds its pages any more.</summary>
    /// <param name="timeout">How long to wait; <see cref="Timeout.InfiniteTimeSpan"/>: for ever.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Whether it is gone and, if not, who holds it. Then the call may be made again.</returns>
    /// <exception cref="ReferenceCountException">The range has been taken away before.</exception>
    public TeardownResult Unbind(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        Kill();
        return Memory.MemUnmapPages(PgMap, timeout, cancellationToken);
    }

    internal override VmFaultResult Fault(IFaultHandler handler, VmFault fault)
    {
        int reader = Users.Enter();
        try
        {
            return handler.Fault(fault);
        }
        finally
        {
            Users.Exit(reader);
        }
    }

    internal override VmFaultResult HugeFault(IHugeFaultHandler handler, VmFault fault)
    {
        int reader = Users.Enter();
        try
        {
            return handler.HugeFault(fault);
        }
        finally
        {
            Users.Exit(reader);
        }
    }
}
