using Devmap;

namespace Scenarios.Claims;

internal sealed class S01SpecialEntries : Scenario
{
    public override string Id => "S1";

    public override string Speaker => "Jason Gunthorpe";

    public override string Claim => "Page-table entries of device memory are special, so that nobody finds the page behind them.";

    public override Outcome Play(Stage stage)
    {
        stage.Touch();
        bool found = stage.Step("kernel", "vm_normal_page", () => stage.Vma.NormalPage(stage.Vma.Start) is not null);
        Pte entry = stage.Entry;
        string seen = $"special {entry.IsSpecial}, devmap {entry.IsDevmap}, vm_normal_page finds {(found ? "the page" : "nothing")}";
        return Outcome.Of(entry.IsSpecial && entry.IsDevmap && !found, seen);
    }
}
