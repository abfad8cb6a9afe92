using Devmap;

namespace Scenarios.Claims;

internal sealed class S20AskTheFolio : Scenario
{
    public override string Id => "S20";

    public override string Speaker => "Dan Williams";

    public override string Claim => "To say that long-term is impossible would be the only use that is left for the devmap bit.";

    public override Outcome Play(Stage stage)
    {
        stage.Touch();
        bool bit = stage.Entry.IsDevmap;
        int taken = stage.Step("driver", "pin_user_pages_fast(FOLL_LONGTERM)", () => Refused(stage));
        string seen = taken > 0
            ? "pinned: without the bit nobody refuses"
            : $"{(Errno)(-taken)} {(bit ? "with the bit" : "without the bit: the folio is asked")}";
        return Outcome.Of(bit && taken < 0, seen);
    }

    private static int Refused(Stage stage)
    {
        var pages = new Page[1];
        ulong start = stage.Vma.Start;
        int taken = stage.Process.PinUserPagesFast(start, 1, GupFlags.LongTerm, pages);
        if (taken > 0)
        {
            stage.Process.UnpinUserPages(pages, taken);
        }

        return taken;
    }
}
