using Devmap.Contracts;

namespace Devmap;

/// <summary>Page faults (<c>handle_mm_fault</c>), under the address space's lock.</summary>
[TrustedContract]
internal static class PageFaults
{
    /// <summary>Brings the entry of an address nearer to what the access needs: one step, so callers look and come again.</summary>
    public static VmFaultResult Handle(Vma vma, ulong address, bool isWrite)
    {
        Pte pte = vma.Space.PageTable.Lookup(address);
        if (!pte.IsPresent)
        {
            return vma.Backing.Handler is { } handler
                ? Call(handler, new VmFault(vma, address, isWrite))
                : AddAnonymous(vma, address);
        }

        return isWrite && !pte.IsWritable ? CopyOnWrite(vma, address, pte) : VmFaultResult.NoPage;
    }

    /// <summary>Whether the mapping allows the access at all (<c>access_error</c>).</summary>
    public static bool Allows(Vma vma, bool isWrite) => (vma.Flags & (isWrite ? VmFlags.Write : VmFlags.Read)) != 0;

    private static VmFaultResult Call(IFaultHandler handler, VmFault fault)
        => fault.Vma.Backing.File is { } file ? file.Fault(handler, fault) : handler.Fault(fault);

    private static VmFaultResult AddAnonymous(Vma vma, ulong address)
    {
        return vma.Memory.AllocPage() is { } page ? Install(vma, address, Pte.None, page) : VmFaultResult.Oom;
    }

    private static VmFaultResult CopyOnWrite(Vma vma, ulong address, Pte pte)
    {
        // A frame without struct page has no memory in this model that could be copied.
        if (!vma.IsCopyOnWrite || vma.Memory.PfnToPage(pte.Pfn) is not { } source)
        {
            return VmFaultResult.SigBus;
        }

        Page? counted = vma.Memory.Era.NormalPage(vma, pte);
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

    private static VmFaultResult Install(Vma vma, ulong address, Pte expected, [ReleasesRef] Page page)
        => Install(vma, address, expected, page, out _);

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
