using Devmap;

namespace Scenarios.Claims;

internal sealed class S04InsertPageInsteadOfMixed : Scenario
{
    public override string Id => "S4";

    public override string Speaker => "Jason Gunthorpe";

    public override string Claim => "With insert_page instead of insert_pfn, vm_normal_page finds the page, and no range has to be VM_MIXEDMAP.";

    public override Outcome Play(Stage stage)
    {
        stage.Touch();
        bool mixed = (stage.Vma.Flags & VmFlags.MixedMap) != 0;
        bool found = stage.Vma.NormalPage(stage.Vma.Start) is not null;
        return Outcome.Of(found && !mixed, $"{(mixed ? "VM_MIXEDMAP" : "no VM_MIXEDMAP")}; filled by {(found ? "insert_page" : "the mixed API")}");
    }
}
