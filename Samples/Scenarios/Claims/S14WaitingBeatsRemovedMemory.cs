using Devmap;

namespace Scenarios.Claims;

internal sealed class S14WaitingBeatsRemovedMemory : Scenario
{
    public override string Id => "S14";

    public override string Speaker => "Jason Gunthorpe";

    public override string Claim => "Waiting is better than the access to removed memory of today.";

    public override Outcome Play(Stage stage)
    {
        stage.Touch();
        TeardownResult result = stage.Step("driver", "unbind", () => stage.Device.Unbind(Stage.Moment));
        bool removed = stage.Step("process", "read the mapping", () => stage.ReadsRemovedMemory());
        return Outcome.Of(!removed, removed ? "does not wait, and a read touches removed memory" : $"waits ({result.Error}), and reads go on");
    }
}
