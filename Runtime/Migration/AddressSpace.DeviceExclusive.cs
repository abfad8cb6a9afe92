using System.Threading;
using Devmap.Contracts;

namespace Devmap;

/// <content>Pages that a device works on atomically, and the lock that keeps them in place meanwhile.</content>
public sealed partial class AddressSpace
{
    /// <summary>
    /// Takes a page of anonymous memory from the CPU until it is touched again, so that a device can work on it atomically
    /// (<c>make_device_exclusive</c>). The page comes with a reference and locked: see <see cref="Page.Unlock"/>.
    /// </summary>
    /// <param name="address">An address in the page.</param>
    /// <param name="error">
    /// <see cref="Errno.None"/>; <see cref="Errno.EBUSY"/>: somebody else has locked it, or it is not anonymous memory of
    /// one page; else as <see cref="GetUserPages(ulong, int, GupFlags, Page[])"/>.
    /// </param>
    /// <returns><see langword="null"/>: see <paramref name="error"/>.</returns>
    [return: AcquiresRef(When = When.NotNull)]
    public Page? MakeDeviceExclusive(ulong address, out Errno error)
    {
        if (GetUserPage(address, GupFlags.Write, out error) is not { } page)
        {
            return null;
        }

        if (page.IsAnonymous && !page.IsHead && !page.IsTail && page.TrySetFlag(PageFlags.Locked))
        {
            if (TryReplaceByExclusive(address, page))
            {
                error = Errno.None;
                return page;
            }

            page.ClearFlag(PageFlags.Locked);
        }

        page.Put();
        error = Errno.EBUSY;
        return null;
    }

    /// <summary>Takes the lock of the address space for reading, for work that goes over several calls (<c>mmap_read_lock</c>).</summary>
    internal void EnterRead() => _mmapLock.EnterReadLock();

    internal void ExitRead() => _mmapLock.ExitReadLock();

    private bool TryReplaceByExclusive(ulong address, Page page)
    {
        if (PageTable.Find(address) is not { } table)
        {
            return false;
        }

        lock (table)
        {
            int index = PteTable.IndexOf(address);
            Pte pte = table[index];
            bool same = pte.IsPresent && pte.Pfn == page.Pfn;
            if (same)
            {
                // The entry keeps its reference: the page is only out of the CPU's sight.
                table[index] = Pte.MakeSwap(pte.Pfn, PteBits.DeviceExclusive | (pte.IsWritable ? PteBits.Write : PteBits.None));
            }

            return same;
        }
    }
}
