using Devmap;

namespace Scenarios.Claims;

internal sealed class S10SaneCounting : Scenario
{
    public override string Id => "S10";

    public override string Speaker => "Jason Gunthorpe";

    public override string Claim => "Why avoid counting as for any other memory?";

    public override Outcome Play(Stage stage)
    {
        Vma anonymous = stage.Process.Map(1, VmFlags.Read | VmFlags.Write);
        int before = stage.Counts.References;
        stage.Touch();
        stage.Step("process", "write to anonymous memory", () => stage.Process.WriteByte(anonymous.Start, 1));
        int device = stage.Counts.References - before;
        int ram = stage.Process.Memory.PfnToPage(stage.Process.PageTable.Lookup(anonymous.Start).Pfn) is { } page ? page.RefCount : 0;
        return Outcome.Of(device == ram, $"a mapping adds {device} to a DAX page, {ram} to an anonymous one");
    }
}
