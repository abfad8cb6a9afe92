using Devmap.Contracts;

namespace Devmap;

/// <summary>
/// The kernels before v6.15: the entry of a DAX page is special and marked as device memory, holds no reference, and
/// get_user_pages finds the page by way of its pgmap.
/// </summary>
internal abstract class UncountedDaxEra : Era
{
    private protected UncountedDaxEra(string name)
        : base(name)
    {
    }

    internal override bool PinsZeroPage => true;

    internal override bool BreaksLayoutAtEviction => false;

    internal override bool MakesDevmapEntry(Page? page) => page?.PgMap?.Type is MemoryType.FsDax or MemoryType.Generic;

    internal override Errno RefuseMixed(Vma vma, Pfn pfn)
        => throw new KernelBugException("vmf_insert_mixed", $"the range is not VM_MIXEDMAP and {pfn} is no device page");

    // How these kernels did it: the entry of a page by its frame number.
    internal override Errno InsertDaxPage(Vma vma, ulong address, Page page, bool isWrite)
        => vma.InsertMixedMkWrite(address, page.Pfn, isWrite);

    internal override Errno InsertDaxPmd(Vma vma, ulong address, Page first, bool isWrite)
        => PmdInstaller.InsertPfn(vma, address, first.Pfn, isWrite);

    // The count is one when nobody but the range holds the page, whatever entries lead to it.
    internal override bool IsDaxPageBusy(Page page) => page.RefCount > page.Zone.BaseReferences;

    internal override Errno FollowEntry(PhysicalMemory memory, Pte pte, GupFlags flags, out Page? page)
    {
        page = NormalPage(memory, pte);
        if (page is not null)
        {
            return PageGrab.Take(page, flags);
        }

        if (!pte.IsDevmap)
        {
            return pte.Pfn == Pte.ZeroFrame ? TakeZeroPage(memory, flags, out page) : Errno.EFAULT;
        }

        // Nothing but the pgmap keeps the page usable until it has been grabbed.
        if (memory.GetDevPagemap(pte.Pfn) is not { } pgmap)
        {
            return Errno.EAGAIN;
        }

        page = memory.PfnToPage(pte.Pfn)!;
        Errno error = PageGrab.Take(page, flags);
        PutAfterGrab(pgmap, error, memory);
        return error;
    }

    internal override bool TryFollowFast(PhysicalMemory memory, Pte pte, GupFlags flags, out Page? page)
    {
        page = null;

        // Whether device memory may stay pinned is not known here: the mapping says so (which refuses device-dax as well).
        if (pte.IsDevmap && (flags & GupFlags.LongTerm) != 0)
        {
            return false;
        }

        if (pte.IsSpecial && !pte.IsDevmap)
        {
            return false;
        }

        return FollowEntry(memory, pte, flags, out page) == Errno.None;
    }

    // The one place where a reference may be lost on purpose.
    [TrustedContract]
    private static void PutAfterGrab([ReleasesRef(Kind = "pgmap")] PgMap pgmap, Errno error, PhysicalMemory memory)
    {
        if (error == Errno.None || !memory.HasDefect(KernelDefects.LeakPgMapOnFailedGrab))
        {
            pgmap.Put();
        }
    }
}
