using Devmap;
using Humanizer;

namespace Scenarios.Claims;

internal sealed class S05FixesCountingEverywhere : Scenario
{
    public override string Id => "S5";

    public override string Speaker => "Jason Gunthorpe";

    public override string Claim => "That change alone repairs the counting of DAX everywhere.";

    public override Outcome Play(Stage stage)
    {
        stage.Memory.Checks.CollectsBreaches = true;
        stage.Memory.Checks.Enable(Invariant.I1, Invariant.I2);
        stage.Touch();
        AddressSpace child = stage.Step("process", "fork", stage.Process.Fork);
        stage.Step("child", "read the mapping", () => child.ReadByte(stage.Vma.Start, out _));
        int breaches = stage.Step("kernel", "verify I1 and I2", () => stage.Memory.Checks.Verify().Count);
        stage.Memory.Checks.DisableAll();
        return Outcome.Of(breaches == 0, breaches == 0 ? "I1 and I2 hold" : $"{"breach".ToQuantity(breaches)} of I1 and I2: entries that nobody counts");
    }
}
