using Devmap.Contracts;

namespace Devmap;

/// <summary>v6.15 and later: device pages are counted as all others are.</summary>
[TrustedContract]
internal sealed class Linux615 : Era
{
    public Linux615()
        : base("Linux 6.15")
    {
    }

    internal override bool GatesP2PDma => true;

    internal override int IdleCount(MemoryType type) => type == MemoryType.Generic ? 1 : 0;

    internal override bool HoldsPgMapInBulk(MemoryType type) => type is not (MemoryType.Private or MemoryType.Coherent);

    internal override bool AllocatedPageHoldsPgMap(MemoryType type)
        => type is MemoryType.Private or MemoryType.Coherent or MemoryType.PciP2PDma;

    internal override bool MakesDevmapEntry(Page? page) => false;

    internal override Errno RefuseMixed(Vma vma, Pfn pfn) => Errno.EFAULT;

    internal override Errno InsertDaxPage(Vma vma, ulong address, Page page) => vma.InsertPage(address, page);

    internal override Errno FollowEntry(Vma vma, Pte pte, GupFlags flags, out Page? page)
    {
        page = NormalPage(vma, pte);
        return page is null ? Errno.EFAULT : PageGrab.Take(page, flags);
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
