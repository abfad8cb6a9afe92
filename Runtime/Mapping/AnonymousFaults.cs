using Devmap.Contracts;

namespace Devmap;

/// <summary>Faults that need a page of the process's own (<c>do_anonymous_page</c>, <c>wp_page_copy</c>).</summary>
internal static class AnonymousFaults
{
    public static VmFaultResult Add(Vma vma, ulong address)
        => vma.Memory.AllocPage() is { } page ? Install(vma, address, Pte.None, page, out _) : VmFaultResult.Oom;

    public static VmFaultResult CopyOnWrite(Vma vma, ulong address, Pte pte)
    {
        // A frame without struct page has no memory in this model that could be copied.
        if (vma.Memory.PfnToPage(pte.Pfn) is not { } source)
        {
            return VmFaultResult.SigBus;
        }

        Page? counted = vma.Memory.Era.NormalPage(vma, pte);
        if (counted is not null && TryReuse(vma, address, pte, counted))
        {
            return VmFaultResult.NoPage;
        }

        if (counted is not null && !counted.TryGet())
        {
            // Another thread has emptied the entry since; the next look finds what it is now.
            return VmFaultResult.NoPage;
        }

        VmFaultResult result = Copy(vma, address, pte, source, out bool replaced);
        if (counted is not null)
        {
            if (replaced)
            {
                vma.Space.AddResident(-1);
                counted.Unmap();
            }

            counted.Put();
        }

        return result;
    }

    /// <summary>A page that nothing but this entry holds need not be copied (<c>wp_can_reuse_anon_folio</c>).</summary>
    private static bool TryReuse(Vma vma, ulong address, Pte pte, Page page)
    {
        if (!page.IsAnonymous || page.Counts.Packed != PageCounts.OneMapping || vma.Space.PageTable.Find(address) is not { } table)
        {
            return false;
        }

        lock (table)
        {
            int index = PteTable.IndexOf(address);
            bool same = table[index].IsPresent && table[index].Pfn == pte.Pfn && page.Counts.Packed == PageCounts.OneMapping;
            if (same)
            {
                table[index] = table[index].With(PteBits.Write);
            }

            return same;
        }
    }

    private static VmFaultResult Copy(Vma vma, ulong address, Pte expected, Page source, out bool replaced)
    {
        if (vma.Memory.AllocPage() is not { } copy)
        {
            replaced = false;
            return VmFaultResult.Oom;
        }

        copy.CopyContentFrom(source);
        return Install(vma, address, expected, copy, out replaced);
    }

    private static VmFaultResult Install(Vma vma, ulong address, Pte expected, [ReleasesRef] Page page, out bool installed)
    {
        Errno error = PteInstaller.InsertAnonymous(vma, address, expected, page);
        installed = error == Errno.None;
        if (!installed)
        {
            page.Put();
        }

        return error.ToVmFault();
    }
}
