using System;
using Devmap.Contracts;

namespace Devmap;

/// <summary>
/// Moves anonymous memory between RAM and a device, page by page (<c>struct migrate_vma</c>): <see cref="Setup(Vma, ulong, int, MigrateSelect, object, out Errno)"/>
/// takes the pages out of the page table, the driver says where each goes, and <see cref="Dispose"/> shows them at their
/// new places, or at the old ones where it said nothing.
/// </summary>
/// <remarks>
/// Used by one thread, from setup to end without a return to the process: the mapping must stay. The copy that a driver
/// makes with the device's engine is made here. The model has no reverse mapping, so that a page which other processes map
/// as well stays where it is.
/// </remarks>
public sealed class MigrateVma : IDisposable
{
    private readonly Vma _vma;
    private readonly ulong _start;
    private readonly MigrateEntry[] _entries;
    private readonly bool _isLocked;
    private bool _isDone;

    private MigrateVma(Vma vma, ulong start, int count, bool isLocked)
    {
        _vma = vma;
        _start = start;
        _entries = new MigrateEntry[count];
        _isLocked = isLocked;
    }

    /// <summary>How many pages the range has.</summary>
    public int Count => _entries.Length;

    /// <summary>Takes the pages of a range out of the page table, as far as they can move (<c>migrate_vma_setup</c>).</summary>
    /// <param name="vma">The mapping.</param>
    /// <param name="start">The first address, a multiple of the page size.</param>
    /// <param name="count">How many pages.</param>
    /// <param name="select">Which pages: those in RAM, or those at the device.</param>
    /// <param name="pgmapOwner">Whose device pages, where they are selected (<see cref="PgMap.Owner"/>): others stay.</param>
    /// <param name="error">
    /// <see cref="Errno.None"/>; <see cref="Errno.EINVAL"/>: the mapping is one of FS-DAX or of special memory, or has no such
    /// range; device pages are selected and nobody's.
    /// </param>
    /// <returns>To be disposed of on the same thread; <see langword="null"/>: see <paramref name="error"/>.</returns>
    public static MigrateVma? Setup(Vma vma, ulong start, int count, MigrateSelect select, object? pgmapOwner, out Errno error)
    {
        if (vma is null)
        {
            throw new ArgumentNullException(nameof(vma));
        }

        vma.Space.EnterRead();
        error = Check(vma, start, count, select, pgmapOwner);
        if (error != Errno.None)
        {
            vma.Space.ExitRead();
            return null;
        }

        var migration = new MigrateVma(vma, start, count, isLocked: true);
        for (int i = 0; i < count; i++)
        {
            migration._entries[i] = MigrateCollector.Collect(vma, start + AddressSpace.Bytes(i), select, pgmapOwner, faultPage: null);
        }

        return migration;
    }

    /// <summary>As above, for the page that the CPU has touched: in <see cref="PgMapOps.MigrateToRam"/>.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="faultPage">The page that the call was about.</param>
    /// <param name="pgmapOwner">The owner of the range.</param>
    /// <param name="error"><see cref="Errno.None"/>; <see cref="Errno.EINVAL"/>: the page is not device-private.</param>
    /// <returns>To be disposed of before the call returns; <see langword="null"/>: see <paramref name="error"/>.</returns>
    public static MigrateVma? Setup(VmFault fault, [BorrowedRef] Page faultPage, object? pgmapOwner, out Errno error)
    {
        if (fault is null)
        {
            throw new ArgumentNullException(nameof(fault));
        }

        if (faultPage is not { PgMap.Type: MemoryType.Private })
        {
            error = Errno.EINVAL;
            return null;
        }

        error = Errno.None;
        var migration = new MigrateVma(fault.Vma, fault.Address, count: 1, isLocked: false);
        migration._entries[0] = MigrateCollector.Collect(fault.Vma, fault.Address, MigrateSelect.DevicePrivate, pgmapOwner, faultPage);
        return migration;
    }

    /// <summary>The page that is to move; it is held until the end.</summary>
    /// <param name="index">Which page of the range.</param>
    /// <returns><see langword="null"/>: nothing is there, or it cannot move (<c>MIGRATE_PFN_MIGRATE</c> is not set).</returns>
    [return: BorrowedRef]
    public Page? SourceAt(int index) => _entries[index].Source;

    /// <summary>Says where a page goes. The reference on the new place is taken over.</summary>
    /// <param name="index">Which page of the range.</param>
    /// <param name="destination">A page that nobody else holds, fresh from its allocator.</param>
    /// <exception cref="InvalidOperationException">The page does not move, or has a place already.</exception>
    public void SetDestination(int index, [ReleasesRef] Page destination)
    {
        if (destination is null)
        {
            throw new ArgumentNullException(nameof(destination));
        }

        if (_isDone || _entries[index] is not { Source: { } source, Destination: null })
        {
            destination.Put();
            throw new InvalidOperationException($"Page {index} does not move.");
        }

        destination.CopyContentFrom(source);
        _entries[index].Destination = destination;
    }

    /// <summary>How many pages have a new place (what <c>migrate_vma_pages</c> leaves marked).</summary>
    public int Moving => Array.FindAll(_entries, entry => entry.Destination is not null).Length;

    /// <summary>
    /// Shows every page at its new place, or at the old one where it has none, and gives up what is held
    /// (<c>migrate_vma_pages</c>, <c>migrate_vma_finalize</c>).
    /// </summary>
    public void Dispose()
    {
        if (_isDone)
        {
            return;
        }

        _isDone = true;
        for (int i = 0; i < _entries.Length; i++)
        {
            MigrateFinisher.Finish(_vma, _start + AddressSpace.Bytes(i), _entries[i]);
        }

        if (_isLocked)
        {
            _vma.Space.ExitRead();
        }
    }

    private static Errno Check(Vma vma, ulong start, int count, MigrateSelect select, object? pgmapOwner)
    {
        bool isSpecial = vma.IsFsDax || (vma.Flags & (VmFlags.Io | VmFlags.PfnMap | VmFlags.MixedMap)) != 0;
        bool isRange = count > 0 && start % PhysicalMemory.PageSize == 0 && vma.Contains(start) && AddressSpace.Bytes(count) <= vma.End - start;
        bool isOwned = (select & MigrateSelect.DevicePrivate) == 0 || pgmapOwner is not null;
        return vma.IsMapped && !isSpecial && isRange && isOwned ? Errno.None : Errno.EINVAL;
    }
}
