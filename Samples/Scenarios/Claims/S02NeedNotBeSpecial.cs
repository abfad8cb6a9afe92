using Devmap;

namespace Scenarios.Claims;

internal sealed class S02NeedNotBeSpecial : Scenario
{
    public override string Id => "S2";

    public override string Speaker => "Dan Williams (quoted)";

    public override string Claim => "The entries need not be special: pins, fork and zap work on plain ones.";

    public override Outcome Play(Stage stage)
    {
        stage.Touch();
        bool plain = !stage.Entry.IsSpecial;
        var pages = new Page[1];
        int pinned = stage.Step("driver", "pin_user_pages_fast", () => stage.Process.PinUserPagesFast(stage.Vma.Start, 1, GupFlags.Write, pages));
        if (pinned > 0)
        {
            stage.Process.UnpinUserPages(pages, pinned);
        }

        AddressSpace child = stage.Step("process", "fork", stage.Process.Fork);
        Errno touched = stage.Step("child", "write to the mapping", () => child.WriteByte(stage.Vma.Start, 2));
        Errno zapped = stage.Step("process", "zap", () => stage.Process.Zap(stage.Vma));
        bool works = pinned == 1 && touched == Errno.None && zapped == Errno.None && stage.Entry.IsNone;
        return Outcome.Of(plain && works, $"{(plain ? "plain" : "special")} entry; pin, fork and zap {(works ? "work" : "fail")}");
    }
}
