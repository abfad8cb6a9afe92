using System.Threading;
using Devmap.Contracts;

namespace Devmap;

/// <content>The path without locks, for who has many pages to hold for a short time.</content>
public sealed partial class AddressSpace
{
    // Odd while a fork makes entries read-only, and another number afterwards (mm->write_protect_seq).
    private int _writeProtectSequence;

    /// <summary>
    /// As <see cref="PinUserPages(ulong, int, GupFlags, Page[])"/>, but first without any lock, for as many pages as have
    /// entries that allow the access (<c>pin_user_pages_fast</c>). The rest is pinned the slow way.
    /// </summary>
    /// <inheritdoc cref="PinUserPages(ulong, int, GupFlags, Page[])"/>
    public int PinUserPagesFast(
        [RejectsTrait("fs-dax", Argument = "flags", Flag = GupFlags.LongTerm)] ulong start,
        int count,
        GupFlags flags,
        [AcquiresRef(Kind = "pin", When = When.Positive, Count = "return")] Page[] pages)
        => GrabFast(start, count, flags, GupFlags.Pin, pages);

    /// <summary>
    /// As <see cref="GetUserPages(ulong, int, GupFlags, Page[])"/>, but first without any lock (<c>get_user_pages_fast</c>).
    /// </summary>
    /// <inheritdoc cref="PinUserPages(ulong, int, GupFlags, Page[])"/>
    public int GetUserPagesFast(
        [RejectsTrait("fs-dax", Argument = "flags", Flag = GupFlags.LongTerm)] ulong start,
        int count,
        GupFlags flags,
        [AcquiresRef(When = When.Positive, Count = "return")] Page[] pages)
        => GrabFast(start, count, flags, GupFlags.Get, pages);

    private int GrabFast(ulong start, int count, GupFlags flags, GupFlags kind, Page[] pages)
    {
        CheckCount(pages, count);
        if (!GupArguments.AreValid(flags, kind))
        {
            return -(int)Errno.EINVAL;
        }

        start &= ~(ulong)(PhysicalMemory.PageSize - 1);
        int taken = GrabWithoutLock(start, count, flags | kind, pages);
        if (taken == count)
        {
            return taken;
        }

        int rest = Grab(only: null, start, taken, count, flags, kind, pages);
        return rest >= 0 ? taken + rest : taken > 0 ? taken : rest;
    }

    private int GrabWithoutLock(ulong start, int count, GupFlags flags, Page[] pages)
    {
        bool pins = (flags & GupFlags.Pin) != 0;
        int sequence = Volatile.Read(ref _writeProtectSequence);
        if (pins && (sequence & 1) != 0)
        {
            return 0;
        }

        int taken = FastPageWalk.Run(PageTable, Memory, start, count, flags, pages);

        // A fork has come in between: the child may share what was pinned as the parent's own.
        if (pins && Volatile.Read(ref _writeProtectSequence) != sequence)
        {
            for (int i = 0; i < taken; i++)
            {
                PageGrab.Release(pages[i], flags);
            }

            return 0;
        }

        return taken;
    }
}
