
namespace Devmap;

/// <summary>v6.15 and later: device pages are counted as all others are.</summary>
internal sealed class Linux615 : Era
{
    public Linux615()
        : base("Linux 6.15")
    {
    }

    internal override bool GatesP2PDma => true;

    internal override bool HasDeviceFolios => true;

    internal override bool PinsZeroPage => false;

    internal override bool RefusesLongTermFileWrites => true;

    internal override bool HoldsPageDuringMigrateToRam => true;

    internal override bool NotifiesHolder => true;

    internal override bool NotifiesHolderBeforeRemoval => true;

    internal override bool BreaksLayoutAtEviction => true;

    internal override int IdleCount(MemoryType type) => type == MemoryType.Generic ? 1 : 0;

    internal override bool HoldsPgMapInBulk(MemoryType type) => type is not (MemoryType.Private or MemoryType.Coherent);

    internal override bool AllocatedPageHoldsPgMap(MemoryType type)
        => type is MemoryType.Private or MemoryType.Coherent or MemoryType.PciP2PDma;

    internal override bool ReleasesPagesInBulk(MemoryType type) => type is MemoryType.FsDax or MemoryType.Generic;

    internal override bool MakesDevmapEntry(Page? page) => false;

    internal override Errno RefuseMixed(Vma vma, Pfn pfn) => Errno.EFAULT;

    internal override Errno InsertDaxPage(Vma vma, ulong address, Page page, bool isWrite) => vma.InsertPageMkWrite(address, page, isWrite);

    internal override Errno InsertDaxPmd(Vma vma, ulong address, Page first, bool isWrite) => vma.InsertFolioPmd(address, first.Folio, isWrite);

    internal override bool IsDaxPageBusy(Page page) => page.RefCount - page.MapCount > page.Zone.BaseReferences;

    internal override Errno FollowEntry(PhysicalMemory memory, Pte pte, GupFlags flags, out Page? page)
    {
        page = NormalPage(memory, pte);
        if (page is not null)
        {
            return PageGrab.Take(page, flags);
        }

        return pte.Pfn == Pte.ZeroFrame ? TakeZeroPage(memory, flags, out page) : Errno.EFAULT;
    }

    internal override bool TryFollowFast(PhysicalMemory memory, Pte pte, GupFlags flags, out Page? page)
    {
        page = null;
        if (pte.IsSpecial || FollowEntry(memory, pte, flags, out page) != Errno.None)
        {
            return false;
        }

        // First the reference, then the question: the folio cannot become something else while it is held.
        if ((flags & GupFlags.LongTerm) == 0 || RefuseLongTerm(page!) == Errno.None)
        {
            return true;
        }

        PageGrab.Release(page!, flags);
        return false;
    }

    internal override Errno RefuseLongTerm(Page page)
    {
        return page.PgMap?.Type switch
        {
            // It would have to move to memory that may stay, and it cannot. (In an FS-DAX mapping nobody comes this far.)
            MemoryType.FsDax => Errno.ENOMEM,
            MemoryType.Coherent => Errno.EBUSY,
            _ => Errno.None,
        };
    }
}
