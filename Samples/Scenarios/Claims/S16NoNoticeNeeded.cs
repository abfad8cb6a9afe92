using Devmap;

namespace Scenarios.Claims;

internal sealed class S16NoNoticeNeeded : Scenario
{
    public override string Id => "S16";

    public override string Speaker => "Jason Gunthorpe";

    public override string Claim => "The repair of the counting need not wait for that notice: the end state has no pages without reference in page tables.";

    public override Outcome Play(Stage stage)
    {
        stage.Memory.Checks.CollectsBreaches = true;
        stage.Memory.Checks.Enable(Invariant.I1);
        stage.Touch();
        int breaches = stage.Step("kernel", "verify I1", () => stage.Memory.Checks.Verify().Count);
        stage.Memory.Checks.DisableAll();
        return Outcome.Of(breaches == 0 && stage.Device.Holder is null, breaches == 0 ? "I1 holds without a holder" : "I1 is broken");
    }
}
