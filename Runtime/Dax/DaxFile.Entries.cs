using System.Collections.Generic;
using Devmap.Contracts;

namespace Devmap;

/// <content>How pages of the file come to life: under the lock of their entry, and nowhere else.</content>
public sealed partial class DaxFile
{
    // An entry of 512 pages and the entries that it stands for have the same lock (the lock bit of an xarray entry).
    private readonly object[] _entryLocks = MakeLocks();

    /// <summary>
    /// A page of the file with a reference for the caller, taken under the lock of its DAX entry, the one place where an
    /// idle page of a file may come to life (<c>dax_associate_entry</c>, then <c>folio_ref_inc</c>). It is what a fault
    /// handler installs and then gives up with <see cref="Page.Put"/>.
    /// </summary>
    /// <param name="pageIndex">Which page, counted from the beginning of the file.</param>
    /// <returns><see langword="null"/>: the file has no such page, or a hole there, or the device is dead (<c>SIGBUS</c>).</returns>
    [return: AcquiresRef(When = When.NotNull)]
    public Page? GetPage(long pageIndex)
    {
        int reader = Device.Users.Enter();
        _invalidateLock.EnterReadLock();
        try
        {
            if (!Device.IsAlive || FindEntry(pageIndex) is not { } entry)
            {
                return null;
            }

            object entryLock = LockOf(pageIndex);
            lock (entryLock)
            {
                if (entry.Block is not { } block || Memory.GetDevPagemap(block) is not { } pgmap)
                {
                    return null;
                }

                Page page = Memory.PfnToPage(block)!;
                Associate(entry, page, pageIndex);
                page.AddReference(entryLock);
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

    /// <summary>
    /// 512 pages of the file in a row with a reference on the first, for an entry of the second level (the
    /// <c>PMD_ORDER</c> case of <c>dax_iomap_pmd_fault</c>). Where device memory has folios they are one from now on, and the
    /// reference is on all of them.
    /// </summary>
    /// <param name="pageIndex">The first page, a multiple of 512.</param>
    /// <returns><see langword="null"/>: they are not in one piece on the device, or single ones are in use already.</returns>
    [return: AcquiresRef(When = When.NotNull)]
    internal Page? GetHugePage(long pageIndex)
    {
        _invalidateLock.EnterReadLock();
        try
        {
            object entryLock = LockOf(pageIndex);
            lock (entryLock)
            {
                if (!Device.IsAlive || FindHugeEntries(pageIndex) is not { } entries || Memory.GetDevPagemap(entries[0].Block!.Value) is not { } pgmap)
                {
                    return null;
                }

                Page first = Memory.PfnToPage(entries[0].Block!.Value)!;
                if (!entries[0].IsHuge)
                {
                    AssociateHuge(entries, first, pageIndex);
                }

                first.AddReference(entryLock);
                pgmap.Put();
                return first;
            }
        }
        finally
        {
            _invalidateLock.ExitReadLock();
        }
    }

    private static object[] MakeLocks()
    {
        var locks = new object[16];
        for (int i = 0; i < locks.Length; i++)
        {
            locks[i] = new object();
        }

        return locks;
    }

    private object LockOf(long pageIndex) => _entryLocks[(pageIndex >> Folio.PmdOrder) & (_entryLocks.Length - 1)];

    private void Associate(DaxEntry entry, Page page, long pageIndex)
    {
        if (entry.IsAssociated)
        {
            return;
        }

        if (entry.IsShared || Device.IsShared(page.Pfn))
        {
            // The page knows how many entries of files have it, and none of the files.
            page.SetShare(page.ShareCount + 1);
            entry.IsShared = true;
        }
        else
        {
            if (page.File is { } other && other != this)
            {
                Memory.Probe.Breach(Invariant.I11, page, "dax_associate_entry", "the page belongs to another file");
            }

            page.SetMapping(this, pageIndex);
        }

        entry.IsAssociated = true;
    }

    private void AssociateHuge(List<DaxEntry> entries, Page first, long pageIndex)
    {
        for (int i = 0; i < entries.Count; i++)
        {
            Associate(entries[i], first.Sibling(i), pageIndex + i);
            entries[i].IsHuge = true;
        }

        if (Memory.Era.HasDeviceFolios)
        {
            first.PrepareCompound(Folio.PmdOrder);
        }
    }

    private List<DaxEntry>? FindHugeEntries(long pageIndex)
    {
        lock (_entries)
        {
            if (pageIndex % PteTable.Size != 0 || pageIndex < 0 || pageIndex + PteTable.Size > _entries.Count)
            {
                return null;
            }

            List<DaxEntry> entries = _entries.GetRange((int)pageIndex, PteTable.Size);
            if (entries[0].Block is not { } start || start.Value % PteTable.Size != 0)
            {
                return null;
            }

            for (int i = 0; i < entries.Count; i++)
            {
                bool usable = entries[i].Block == start + i
                    && entries[i].IsHuge == entries[0].IsHuge
                    && (entries[i].IsHuge || !entries[i].IsAssociated)
                    && !entries[i].NeedsSync
                    && !Device.IsShared(start + i);
                if (!usable)
                {
                    return null;
                }
            }

            return entries;
        }
    }
}
