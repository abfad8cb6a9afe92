using Devmap;
using Humanizer;

namespace Scenarios.Claims;

internal sealed class S08UnplugUnderMappings : Scenario
{
    public override string Id => "S8";

    public override string Speaker => "Jason Gunthorpe";

    public override string Claim => "The pages can go while entries lead to them, because nobody empties the entries at unplug.";

    public override Outcome Play(Stage stage)
    {
        stage.Touch();
        TeardownResult result = stage.Step("driver", "unbind", () => stage.Device.Unbind(Stage.Moment));
        if (!result.IsComplete)
        {
            return Outcome.Of(false, $"waits for {"mapping".ToQuantity(result.Pages[0].Mappings)}");
        }

        bool removed = stage.Step("process", "read the mapping", () => stage.ReadsRemovedMemory());
        return Outcome.Of(removed, "gone; the next read touches removed memory");
    }
}
