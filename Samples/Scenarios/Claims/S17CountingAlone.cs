using Devmap;

namespace Scenarios.Claims;

internal sealed class S17CountingAlone : Scenario
{
    public override string Id => "S17";

    public override string Speaker => "Jason Gunthorpe";

    public override string Claim => "The repair needs references while mapped, not a shootdown; their lack is why entries are special.";

    public override Outcome Play(Stage stage)
    {
        stage.Memory.Checks.CollectsBreaches = true;
        stage.Memory.Checks.Enable(Invariant.I1);
        stage.Touch();
        int breaches = stage.Step("kernel", "verify I1", () => stage.Memory.Checks.Verify().Count);
        TeardownResult result = stage.Step("driver", "unbind", () => stage.Device.Unbind(Stage.Moment));
        stage.Memory.Checks.DisableAll();
        return Outcome.Of(breaches == 0 && !result.IsComplete, $"I1 {(breaches == 0 ? "holds" : "is broken")}; unplug {(result.IsComplete ? "goes through" : "merely waits")}");
    }
}
