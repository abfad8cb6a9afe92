using Devmap;

namespace Scenarios.Claims;

internal sealed class S06ShootdownAtUnplug : Scenario
{
    public override string Id => "S6";

    public override string Speaker => "Dan Williams (quoted)";

    public override string Claim => "All mappings have to be invalidated when the owner of the pages goes away.";

    public override Outcome Play(Stage stage)
    {
        stage.Touch();
        stage.Step("driver", "kill_dax", stage.Kill);
        TeardownResult first = stage.Step("driver", "memunmap_pages", () => stage.Memory.MemUnmapPages(stage.PgMap, Stage.Moment));
        if (first.IsComplete)
        {
            return Outcome.Of(stage.Entry.IsPresent, "gone while an entry leads there");
        }

        stage.Step("filesystem", "unmap_mapping_range", stage.Shootdown);
        TeardownResult second = stage.Step("driver", "memunmap_pages", () => stage.Memory.MemUnmapPages(stage.PgMap, Stage.Enough));
        return Outcome.Of(second.IsComplete, "waits for the entry; gone after the shootdown");
    }
}
