using Devmap.Contracts;

namespace Devmap;

/// <summary>
/// The kernels before v6.15: the entry of a DAX page is special and marked as device memory, holds no reference, and
/// get_user_pages finds the page by way of its pgmap.
/// </summary>
[TrustedContract]
internal abstract class UncountedDaxEra : Era
{
    private protected UncountedDaxEra(string name)
        : base(name)
    {
    }

    internal override bool MakesDevmapEntry(Page? page) => page?.PgMap?.Type is MemoryType.FsDax or MemoryType.Generic;

    internal override Errno RefuseMixed(Vma vma, Pfn pfn)
        => throw new KernelBugException("vmf_insert_mixed", $"the range is not VM_MIXEDMAP and {pfn} is no device page");

    internal override Errno InsertDaxPage(Vma vma, ulong address, Page page) => vma.InsertMixed(address, page.Pfn);

    internal override Errno FollowEntry(Vma vma, Pte pte, GupFlags flags, out Page? page)
    {
        page = NormalPage(vma, pte);
        if (page is not null)
        {
            return PageGrab.Take(page, flags);
        }

        if (!pte.IsDevmap)
        {
            return Errno.EFAULT;
        }

        // Nothing but the pgmap keeps the page usable until it has been grabbed.
        if (vma.Memory.GetDevPagemap(pte.Pfn) is not { } pgmap)
        {
            return Errno.EAGAIN;
        }

        page = vma.Memory.PfnToPage(pte.Pfn)!;
        Errno error = PageGrab.Take(page, flags);
        pgmap.Put();
        return error;
    }
}
