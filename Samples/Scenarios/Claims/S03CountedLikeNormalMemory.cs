using Devmap;

namespace Scenarios.Claims;

internal sealed class S03CountedLikeNormalMemory : Scenario
{
    public override string Id => "S3";

    public override string Speaker => "Jason Gunthorpe";

    public override string Claim => "Entries that are not special are counted like those of normal memory: one more with each, one less with each zap.";

    public override Outcome Play(Stage stage)
    {
        int idle = stage.Counts.References;
        stage.Touch();
        int mapped = stage.Counts.References - idle;
        AddressSpace child = stage.Step("process", "fork", stage.Process.Fork);
        stage.Step("child", "write to the mapping", () => child.WriteByte(stage.Vma.Start, 2));
        int shared = stage.Counts.References - idle;
        stage.Step("child", "exit", () =>
        {
            child.UnmapEverything();
            return Errno.None;
        });
        stage.Step("process", "zap", () => stage.Process.Zap(stage.Vma));
        int left = stage.Counts.References - idle;
        return Outcome.Of((mapped, shared, left) == (1, 2, 0), $"above idle: {mapped} mapped, {shared} with the child, {left} after zap");
    }
}
