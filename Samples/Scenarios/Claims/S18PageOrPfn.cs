using Devmap;

namespace Scenarios.Claims;

internal sealed class S18PageOrPfn : Scenario
{
    public override string Id => "S18";

    public override string Speaker => "Dan Williams";

    public override string Claim => "VM_MIXEDMAP and insert_pfn are left over from DAX without pages: what has a page is counted, only what has none is mapped by number.";

    public override Outcome Play(Stage stage)
    {
        Vma mixed = stage.Process.Map(2, VmFlags.Read | VmFlags.Write | VmFlags.Shared | VmFlags.MixedMap);
        bool refused = stage.Step("driver", "vmf_insert_pfn of a page", () => Refuses(mixed, stage.Frame));
        Errno bare = stage.Step("driver", "vmf_insert_pfn of a frame without page", () => mixed.InsertPfn(mixed.Start, new Pfn(0x900000)));
        Errno page = Errno.ENXIO;
        if (stage.File.GetPage(0) is { } held)
        {
            page = stage.Step("driver", "vm_insert_page of a page", () => mixed.InsertPage(mixed.Start + PhysicalMemory.PageSize, held));
            held.Put();
        }

        return Outcome.Of(refused && bare == Errno.None && page == Errno.None, $"a page by number: {(refused ? "BUG" : "taken")}; a bare frame: {bare}; a page by insert_page: {page}");
    }

    private static bool Refuses(Vma vma, Pfn pfn)
    {
        try
        {
            vma.InsertPfn(vma.Start, pfn);
            return false;
        }
        catch (KernelBugException)
        {
            return true;
        }
    }
}
