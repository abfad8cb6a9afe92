using Devmap;

namespace Scenarios.Claims;

internal sealed class S11LruWords : Scenario
{
    public override string Id => "S11";

    public override string Speaker => "Dan Williams";

    public override string Claim => "The count must never be zero because the page has no lru words: the original choice was to keep the pgmap there.";

    public override Outcome Play(Stage stage)
    {
        var free = new LruList(stage.Memory);
        bool refused = stage.Step("kernel", "list_add of a device page", () => Add(stage, free));
        stage.Memory.Defects = KernelDefects.LruOfDevicePages;
        stage.Step("kernel", "list_add, unchecked", () => Add(stage, free));
        bool lost = stage.Memory.PfnToPage(stage.Frame) is { PgMap: null };
        return Outcome.Of(refused && lost, $"checked: BUG; unchecked: the pgmap is {(lost ? "overwritten" : "intact")}");
    }

    /// <returns>Whether the kernel stops.</returns>
    private static bool Add(Stage stage, LruList free)
    {
        try
        {
            if (stage.Memory.PfnToPage(stage.Frame) is { } page)
            {
                free.Add(page);
            }

            return false;
        }
        catch (KernelBugException)
        {
            return true;
        }
    }
}
