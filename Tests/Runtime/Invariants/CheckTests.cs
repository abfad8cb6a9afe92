using System;
using System.Linq;
using Xunit;

namespace Devmap.Tests.Runtime.Invariants;

public sealed class CheckTests
{
    [Fact]
    public void Breach_Throws_UnlessItIsCollected()
    {
        var memory = new PhysicalMemory(4, Era.Linux515);
        memory.Checks.Enable(Invariant.I1);
        var space = new AddressSpace(memory);
        Vma vma = Machine.CreateFile(memory).Map(space, 1);
        Assert.Equal(Errno.None, space.WriteByte(vma.Start, 1));

        var thrown = Assert.Throws<InvariantBreachException>(() => memory.Checks.Verify());

        Assert.Equal(Invariant.I1, thrown.Breach.Invariant);
        Assert.Equal(1, thrown.Breach.RefCount);
        Assert.Contains("refcount 1, mapcount 0, pins 0", thrown.Message);
        memory.Checks.DisableAll();
        Assert.Empty(memory.Checks.Verify());
    }

    [Theory]
    [MemberData(nameof(Machine.EraNames), MemberType = typeof(Machine))]
    public void RightUse_BreaksNothingButWhatTheEraBreaks(string era)
    {
        var memory = new PhysicalMemory(64, Machine.EraOf(era));
        memory.Checks.CollectsBreaches = true;
        memory.Checks.EnableAll();
        var space = new AddressSpace(memory);
        DaxFile file = Machine.CreateFile(memory);
        Vma vma = file.Map(space, 4);
        space.WriteByte(vma.Start, 1);
        space.WriteByte(vma.Start + PhysicalMemory.PageSize, 1);
        Vma anonymous = space.Map(2, VmFlags.Read | VmFlags.Write);
        space.WriteByte(anonymous.Start, 1);
        var pages = new Page[2];
        Assert.Equal(2, space.PinUserPagesFast(vma.Start, 2, GupFlags.Write, pages));
        AddressSpace child = space.Fork();
        child.WriteByte(anonymous.Start, 2);

        memory.Checks.Verify();
        space.UnpinUserPages(pages, 2);
        child.UnmapEverything();
        file.Truncate(0, TimeSpan.Zero);
        space.UnmapEverything();
        memory.MemUnmapPages(file.Device.PgMap);
        memory.Checks.Verify();
        memory.Checks.DisableAll();

        // Pinned pages are held; of uncounted entries there is none whose page nothing holds.
        Assert.Empty(memory.Checks.Breaches);
        Assert.Equal(64, memory.FreePages);
    }

    [Fact]
    public void Tracker_SaysWhereAPinWasTaken()
    {
        var memory = new PhysicalMemory(4);
        memory.Tracker.IsOn = true;
        var space = new AddressSpace(memory);
        DaxFile file = Machine.CreateFile(memory);
        Vma vma = file.Map(space, 1);
        var pages = new Page[1];
        int line = Line() + 1;
        Assert.Equal(1, space.PinUserPages(vma.Start, 1, GupFlags.None, pages));

        ReferenceHolder pin = Assert.Single(memory.Tracker.HoldersOf(pages[0]), holder => holder.Kind == ReferenceKind.Pin);

        Assert.Equal((line, nameof(CheckTests) + "." + nameof(Tracker_SaysWhereAPinWasTaken)), (pin.Line, pin.Member));
        Assert.EndsWith("CheckTests.cs", pin.File);
        space.UnpinUserPages(pages, 1);
        Assert.DoesNotContain(memory.Tracker.HoldersOf(pages[0]), holder => holder.Kind == ReferenceKind.Pin);
        memory.Tracker.IsOn = false;
    }

    [Fact]
    public void Removal_SaysOnWhomItWaits()
    {
        var memory = new PhysicalMemory(4);
        memory.Tracker.IsOn = true;
        DaxFile file = Machine.CreateFile(memory);
        PgMap pgmap = memory.GetDevPagemap(Machine.DeviceStart)!;
        Page page = file.GetPage(2)!;

        TeardownResult result = memory.MemUnmapPages(pgmap, TimeSpan.FromMilliseconds(1));

        Assert.Equal(ReferenceKind.Reference, Assert.Single(Assert.Single(result.Pages).Holders).Kind);
        Assert.Equal(ReferenceKind.PgMap, Assert.Single(result.PgMapHolders).Kind);
        Assert.Contains("CheckTests.cs:", result.ToString());
        memory.Tracker.IsOn = false;
        page.Put();
        pgmap.Put();
    }

    [Fact]
    public void Misuse_SaysWhoHoldsWhatIsLeft()
    {
        var memory = new PhysicalMemory(4);
        memory.Tracker.IsOn = true;
        Page page = memory.AllocPage()!;
        Assert.True(page.TryPin());
        page.Put();

        var thrown = Assert.Throws<ReferenceCountException>(page.Put);

        Assert.Equal(ReferenceKind.Pin, Assert.Single(thrown.Breach!.Holders).Kind);
        Assert.Contains("pin taken by CheckTests.", thrown.Message);
        memory.Tracker.IsOn = false;
    }

    private static int Line([System.Runtime.CompilerServices.CallerLineNumber] int line = 0) => line;
}
