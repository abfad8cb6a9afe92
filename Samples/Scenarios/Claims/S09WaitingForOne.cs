using Devmap;

namespace Scenarios.Claims;

internal sealed class S09WaitingForOne : Scenario
{
    public override string Id => "S9";

    public override string Speaker => "Jason Gunthorpe";

    public override string Claim => "Waiting for count 1 is there because entries hold no reference and a pin could take none at 0.";

    public override Outcome Play(Stage stage)
    {
        stage.Touch();
        int mapped = stage.Counts.References;
        var pages = new Page[1];
        int taken = stage.Step("driver", "get_user_pages_fast", () => stage.Process.GetUserPagesFast(stage.Vma.Start, 1, GupFlags.None, pages));
        if (taken <= 0)
        {
            return Outcome.Of(true, $"mapped at count {mapped}, so a pin fails with {(Errno)(-taken)}");
        }

        int held = stage.Counts.References;
        pages[0].Put();
        return Outcome.Of(mapped == 1 && stage.Counts.Mappings == 0, $"{mapped} mapped, {held} held; the 1 is {(stage.Counts.Mappings == 1 ? "the entry's" : "nobody's")}");
    }
}
