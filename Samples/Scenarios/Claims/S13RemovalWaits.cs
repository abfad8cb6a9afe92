using Devmap;

namespace Scenarios.Claims;

internal sealed class S13RemovalWaits : Scenario
{
    public override string Id => "S13";

    public override string Speaker => "Jason Gunthorpe";

    public override string Claim => "Removal waits for references already, so that counted entries would only make it wait.";

    public override Outcome Play(Stage stage)
    {
        stage.Touch();
        TeardownResult first = stage.Step("driver", "memunmap_pages", () => stage.Memory.MemUnmapPages(stage.PgMap, Stage.Moment));
        if (first.IsComplete)
        {
            return Outcome.Of(false, "does not wait: the entry holds nothing");
        }

        stage.Step("process", "zap", () => stage.Process.Zap(stage.Vma));
        TeardownResult second = stage.Step("driver", "memunmap_pages", () => stage.Memory.MemUnmapPages(stage.PgMap, Stage.Enough));
        bool stillWaits = WaitsWithBulkRelease(stage.Memory.Era);
        string seen = "waits until the entry is zapped; " + (stillWaits ? "in bulk as well" : "kernels since v5.18 release in bulk and do not");
        return Outcome.Of(second.IsComplete, seen);
    }

    private static bool WaitsWithBulkRelease(Era era)
    {
        var stage = new Stage(era);
        stage.Memory.Defects = KernelDefects.BulkPgMapRelease;
        stage.Touch();
        return !stage.Memory.MemUnmapPages(stage.PgMap, Stage.Moment).IsComplete;
    }
}
