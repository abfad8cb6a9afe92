using System;
using System.Threading;
using Devmap.Tests.Interleaving.Scheduling;
using Xunit;

namespace Devmap.Tests.Interleaving.Scenarios;

/// <summary>A machine with a small FS-DAX device, a file of one page on it, and a process that has mapped the file.</summary>
internal abstract class DaxMachine : Scenario
{
    protected const int DevicePages = 2;
    private static readonly Pfn s_start = new(0x1000);

    protected DaxMachine(Era era, VmFlags flags = VmFlags.Read | VmFlags.Write | VmFlags.Shared)
    {
        Memory = new PhysicalMemory(ramPages: 2, era);
        PgMap = Memory.MemRemapPages(MemoryType.FsDax, s_start, DevicePages, out _)!;
        Device = new DaxDevice(PgMap);
        File = Device.CreateFile(1, out _)!;
        Page = Memory.PfnToPage(s_start)!;
        Space = new AddressSpace(Memory);
        Vma = File.Map(Space, 1, flags);
    }

    protected PhysicalMemory Memory { get; }

    protected PgMap PgMap { get; }

    protected DaxDevice Device { get; }

    protected DaxFile File { get; }

    protected Page Page { get; }

    protected AddressSpace Space { get; }

    protected Vma Vma { get; }

    protected Pte Entry => Space.PageTable.Lookup(Vma.Start);

    protected int IdleCount => Memory.Era == Era.Linux615 ? 0 : 1;

    /// <summary>I1, I3, I9 and, of the machine's one page, I2.</summary>
    public override void Always()
    {
        PageCounts counts = Page.Counts;
        if (Entry is { IsPresent: true, IsSpecial: false } entry && entry.Pfn == s_start)
        {
            Assert.True(counts.Mappings > 0, "I1: the entry shows a page without a reference for it");
        }

        if (PgMap.IsRemoved)
        {
            Assert.True(counts.Packed == 0, $"I3: the range is gone and its page has {counts}");
        }

        if (File.PageCount == 0)
        {
            Assert.True(counts.Pins == 0, "I9: the block was freed while the page is pinned");
        }
    }

    protected void PinWriteUnpin()
    {
        var pages = new Page[1];
        if (Space.PinUserPages(Vma.Start, 1, GupFlags.Write, pages) == 1)
        {
            pages[0].WriteByte(0, 1);
            Space.UnpinUserPages(pages, 1);
        }
    }

    protected void Unplug()
    {
        Device.Kill();
        File.UnmapAll();
        Assert.Equal(Errno.None, Memory.MemUnmapPages(PgMap, Timeout.InfiniteTimeSpan).Error);
    }

    protected void AssertIdle() => Assert.Equal((IdleCount, 0, 0), (Page.RefCount, Page.MapCount, Page.PinCount));
}
