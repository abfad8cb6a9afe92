using Devmap;

namespace Scenarios.Claims;

internal sealed class S07PagesWithoutReferences : Scenario
{
    public override string Id => "S7";

    public override string Speaker => "Jason Gunthorpe";

    public override string Claim => "FS-DAX puts pages into page tables that have no reference, and expects sanity.";

    public override Outcome Play(Stage stage)
    {
        stage.Memory.Checks.CollectsBreaches = true;
        stage.Memory.Checks.Enable(Invariant.I1);
        int idle = stage.Counts.References;
        stage.Touch();
        int physical = stage.Counts.References;
        int breaches = stage.Step("kernel", "verify I1", () => stage.Memory.Checks.Verify().Count);
        stage.Memory.Checks.DisableAll();
        return Outcome.Of(breaches > 0, $"physical count {physical}, logical {physical - idle}, one entry{(breaches > 0 ? ": I1 is broken" : "")}");
    }
}
