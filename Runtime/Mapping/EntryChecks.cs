
namespace Devmap;

/// <summary>What is looked at, where it is watched, as an entry of a page table is made.</summary>
internal static class EntryChecks
{
    /// <summary>I11 and I15: the page knows its file, and its device lives.</summary>
    public static void BeforePublishing(Vma vma, Pte pte)
    {
        if (!Probe.IsOn || vma.Memory.PfnToPage(pte.Pfn) is not { IsZoneDevice: true } page)
        {
            return;
        }

        if (page.PgMap?.Device is { IsAlive: false })
        {
            vma.Memory.Probe.Breach(Invariant.I15, page, "set_pte_at", "a new entry leads to a device that was killed");
        }

        if (vma.Backing.File is { } file && page.Head.ShareCount == 0 && page.Head.File != file)
        {
            vma.Memory.Probe.Breach(Invariant.I11, page, "set_pte_at", page.Head.File is null ? "the page does not know its file yet" : "the page belongs to another file");
        }
    }

    /// <summary>I5: an entry that counts has its reference when others can see it.</summary>
    public static void AfterPublishing(Vma vma, Page counted)
    {
        if (Probe.IsOn && counted.MapCount == 0)
        {
            vma.Memory.Probe.Breach(Invariant.I5, counted, "set_pte_at", "the entry is visible before its reference is taken");
        }
    }
}
