using Devmap;

namespace Scenarios.Claims;

internal sealed class S12PinsWithoutPagemap : Scenario
{
    public override string Id => "S12";

    public override string Speaker => "Jason Gunthorpe";

    public override string Claim => "If the entry holds the reference, get_user_pages need not look at the pagemap.";

    public override Outcome Play(Stage stage)
    {
        stage.Touch();
        if (stage.File.GetPage(1) is not { } other)
        {
            return Outcome.Of(false, "no page");
        }

        stage.Step("driver", "memunmap_pages, held up by another page", () => stage.Memory.MemUnmapPages(stage.PgMap, Stage.Moment));
        var pages = new Page[1];
        int pinned = stage.Step("driver", "pin_user_pages of a dying range", () => stage.Process.PinUserPagesFast(stage.Vma.Start, 1, GupFlags.None, pages));
        other.Put();
        if (pinned > 0)
        {
            stage.Process.UnpinUserPages(pages, pinned);
        }

        return Outcome.Of(pinned == 1, pinned == 1 ? "the entry's reference is enough" : $"the dying pgmap refuses: {(Errno)(-pinned)}");
    }
}
