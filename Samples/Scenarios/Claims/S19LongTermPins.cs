using Devmap;

namespace Scenarios.Claims;

internal sealed class S19LongTermPins : Scenario
{
    public override string Id => "S19";

    public override string Speaker => "Dan Williams";

    public override string Claim => "A fast pin must learn that long-term is impossible: DAX cannot detach a page from its file as the page cache does.";

    public override Outcome Play(Stage stage)
    {
        stage.Touch();
        var pages = new Page[1];
        Errno refused = stage.Step("driver", "pin_user_pages_fast(FOLL_LONGTERM)", () => PinLongTerm(stage, stage.Vma.Start, pages, out _));

        stage.Memory.Defects = KernelDefects.LongTermPinsOfFsDax;
        stage.Step("driver", "the same where it is allowed", () => PinLongTerm(stage, stage.Vma.Start, pages, out int taken) == Errno.None ? taken : 0);
        Errno dax = stage.Step("filesystem", "truncate", () => stage.File.Truncate(0, Stage.Moment));

        var cached = new CachedFile(stage.Memory, 1);
        Vma mapping = cached.Map(stage.Process, 1, VmFlags.Read | VmFlags.Shared);
        var cachedPages = new Page[1];
        int cachedTaken = stage.Process.PinUserPagesFast(mapping.Start, 1, GupFlags.LongTerm, cachedPages);
        Errno cache = stage.Step("filesystem", "truncate of a file in the page cache", () => cached.Truncate(0));
        if (cachedTaken > 0)
        {
            stage.Process.UnpinUserPages(cachedPages, cachedTaken);
        }

        bool holds = refused == Errno.EOPNOTSUPP && dax == Errno.ETIMEDOUT && cache == Errno.None;
        return Outcome.Of(holds, $"refused: {refused}; allowed: truncate {dax}; page cache: truncate {cache}");
    }

    private static Errno PinLongTerm(Stage stage, ulong start, Page[] pages, out int taken)
    {
        // Kept on purpose, where it comes through: that is what truncate waits for.
        taken = stage.Process.PinUserPagesFast(start, 1, GupFlags.LongTerm | GupFlags.Write, pages);
        return taken > 0 ? Errno.None : (Errno)(-taken);
    }
}
