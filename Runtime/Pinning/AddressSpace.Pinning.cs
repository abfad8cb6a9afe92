using System;
using Devmap.Contracts;

namespace Devmap;

/// <content>The pages behind addresses of the process, held for somebody else.</content>
public sealed partial class AddressSpace
{
    /// <summary>Pins the pages behind a range of addresses (<c>pin_user_pages</c>), with page faults where they are needed.</summary>
    /// <param name="start">An address in the first page.</param>
    /// <param name="count">How many pages, from 0 on.</param>
    /// <param name="flags">What is wanted of them. <see cref="GupFlags.Pin"/> need not be said.</param>
    /// <param name="pages">Receives the pages, from index 0 on.</param>
    /// <returns>
    /// How many pages are pinned: they must be unpinned, and only they. It may be fewer than asked for. Where not even
    /// the first could be had, a negative errno: <see cref="Errno.EFAULT"/>: not mapped, not allowed, or no page there;
    /// <see cref="Errno.EOPNOTSUPP"/>: long-term, and truncation may take the memory away;
    /// <see cref="Errno.EREMOTEIO"/>: memory of a PCI device without <see cref="GupFlags.PciP2PDma"/>;
    /// <see cref="Errno.ENOMEM"/>; <see cref="Errno.EINVAL"/>: flags that exclude each other.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative or more than <paramref name="pages"/> has room for.</exception>
    public int PinUserPages(
        [RejectsTrait("fs-dax", Argument = "flags", Flag = GupFlags.LongTerm)] ulong start,
        int count,
        GupFlags flags,
        [AcquiresRef(Kind = "pin", When = When.Positive, Count = "return")] Page[] pages)
        => Grab(only: null, start, 0, count, flags, GupFlags.Pin, pages);

    /// <summary>As <see cref="PinUserPages(ulong, int, GupFlags, Page[])"/>, for addresses of one mapping.</summary>
    /// <inheritdoc cref="PinUserPages(ulong, int, GupFlags, Page[])"/>
    /// <param name="vma">The mapping. Pages behind its end are not pinned.</param>
    /// <param name="start"/>
    /// <param name="count"/>
    /// <param name="flags"/>
    /// <param name="pages"/>
    public int PinUserPages(
        [RejectsTrait("fs-dax", Argument = "flags", Flag = GupFlags.LongTerm)] Vma vma,
        ulong start,
        int count,
        GupFlags flags,
        [AcquiresRef(Kind = "pin", When = When.Positive, Count = "return")] Page[] pages)
    {
        CheckOwn(vma);
        return Grab(vma, start, 0, count, flags, GupFlags.Pin, pages);
    }

    /// <summary>
    /// Takes references on the pages behind a range of addresses (<c>get_user_pages</c>): for who looks at struct pages,
    /// not at their memory. Each is given up with <see cref="Page.Put"/>.
    /// </summary>
    /// <inheritdoc cref="PinUserPages(ulong, int, GupFlags, Page[])"/>
    public int GetUserPages(
        [RejectsTrait("fs-dax", Argument = "flags", Flag = GupFlags.LongTerm)] ulong start,
        int count,
        GupFlags flags,
        [AcquiresRef(When = When.Positive, Count = "return")] Page[] pages)
        => Grab(only: null, start, 0, count, flags, GupFlags.Get, pages);

    /// <summary>As <see cref="GetUserPages(ulong, int, GupFlags, Page[])"/>, for addresses of one mapping.</summary>
    /// <inheritdoc cref="PinUserPages(Vma, ulong, int, GupFlags, Page[])"/>
    public int GetUserPages(
        [RejectsTrait("fs-dax", Argument = "flags", Flag = GupFlags.LongTerm)] Vma vma,
        ulong start,
        int count,
        GupFlags flags,
        [AcquiresRef(When = When.Positive, Count = "return")] Page[] pages)
    {
        CheckOwn(vma);
        return Grab(vma, start, 0, count, flags, GupFlags.Get, pages);
    }

    /// <summary>Gives up pins (<c>unpin_user_pages</c>).</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="count">How many of them, from index 0 on: what the pinning call has returned.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="count"/> is negative, an errno that was taken for a count for example, or more than there are pages.
    /// </exception>
    /// <exception cref="ReferenceCountException">A page is not pinned. Those before it are unpinned.</exception>
    public void UnpinUserPages([ReleasesRef(Kind = "pin", Count = "count")] Page[] pages, int count)
    {
        CheckCount(pages, count);
        for (int i = 0; i < count; i++)
        {
            pages[i].Unpin();
        }
    }

    /// <summary>One page behind an address, with a reference for the caller.</summary>
    [return: AcquiresRef(When = When.NotNull)]
    [TrustedContract]
    internal Page? GetUserPage(ulong address, GupFlags flags, out Errno error)
    {
        var pages = new Page[1];
        int taken = GetUserPages(address, 1, flags, pages);
        error = taken > 0 ? Errno.None : (Errno)(-taken);
        return taken > 0 ? pages[0] : null;
    }

    private static void CheckCount(Page[] pages, int count)
    {
        if (pages is null)
        {
            throw new ArgumentNullException(nameof(pages));
        }

        if (count < 0 || count > pages.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(count), count, $"The array has room for {pages.Length} pages.");
        }
    }

    /// <summary>The slow path, from the page <paramref name="from"/> of the range on.</summary>
    /// <returns>How many it has taken, or a negative errno where there is none.</returns>
    private int Grab(Vma? only, ulong start, int from, int count, GupFlags flags, GupFlags kind, Page[] pages)
    {
        CheckCount(pages, count);
        if (!GupArguments.AreValid(flags, kind))
        {
            return -(int)Errno.EINVAL;
        }

        long balance = Probe.Balance;
        int taken;
        _mmapLock.EnterReadLock();
        try
        {
            taken = new UserPageWalk(_vmas.Find, only, flags | kind, pages).Run(start, from, count);
        }
        finally
        {
            _mmapLock.ExitReadLock();
        }

        if (Memory.Probe.Watches(Invariant.I14))
        {
            Memory.Probe.CheckBalance(balance, Counted(pages, from, taken, kind), kind == GupFlags.Pin ? "pin_user_pages" : "get_user_pages");
        }

        return taken;
    }

    // The page of zeros is handed out like any other, and needs no pin in kernels since v6.5.
    private int Counted(Page[] pages, int from, int taken, GupFlags kind)
    {
        int counted = 0;
        for (int i = from; i < from + taken; i++)
        {
            bool isFree = kind == GupFlags.Pin && pages[i].Pfn == Pte.ZeroFrame && !Memory.Era.PinsZeroPage;
            counted += isFree ? 0 : 1;
        }

        return counted;
    }
}
