using System;
using System.Linq;
using Xunit;

namespace Devmap.Tests.Runtime.Properties;

/// <summary>One machine with memory of every kind that processes map, shared by all actors. All invariants that can hold are watched.</summary>
internal sealed class World
{
    public const int RamPages = 256;
    private const int DevicePages = 16;
    private const int FilePages = 8;

    public World(Era era)
    {
        Memory = new PhysicalMemory(RamPages, era);
        Memory.Checks.EnableAll();
        if (era != Era.Linux615)
        {
            // Entries of device memory are not counted in these kernels: what the thread complains about.
            Memory.Checks.Disable(Invariant.I1);
        }

        FsDax = new DaxDevice(Memory.MemRemapPages(MemoryType.FsDax, new Pfn(0x10000), DevicePages, out _)!);
        DevDax = new DevDax(Memory.MemRemapPages(MemoryType.Generic, new Pfn(0x20000), DevicePages, out _)!);
        DaxFile = FsDax.CreateFile(FilePages, out _)!;
        Cached = new CachedFile(Memory, FilePages);
        FreePages = Memory.FreePages;
    }

    public PhysicalMemory Memory { get; }

    public DaxDevice FsDax { get; }

    public DevDax DevDax { get; }

    public DaxFile DaxFile { get; }

    public CachedFile Cached { get; }

    private int FreePages { get; }

    /// <summary>Nobody holds anything any more: every count is back where it began, and the ranges can be taken away.</summary>
    public void AssertIdle()
    {
        Memory.Checks.Verify();
        Assert.Empty(Memory.Checks.Breaches);
        Assert.Equal(Errno.None, DaxFile.Truncate(0, TimeSpan.Zero));
        Assert.Equal(Errno.None, Cached.Evict());
        Assert.Equal(FreePages, Memory.FreePages);
        Assert.Equal(DevicePages, FsDax.FreeBlocks);
        foreach (PgMap pgmap in new[] { FsDax.PgMap, DevDax.PgMap })
        {
            int idle = Memory.Era == Era.Linux615 && pgmap.Type == MemoryType.FsDax ? 0 : 1;
            Assert.All(
                Enumerable.Range(0, DevicePages).Select(i => Memory.PfnToPage(pgmap.Start + i)!),
                page => Assert.Equal((idle, 0, 0), (page.RefCount, page.MapCount, page.PinCount)));
        }

        Assert.True(FsDax.Unbind(TimeSpan.Zero).IsComplete);
        Assert.True(DevDax.Unbind(TimeSpan.Zero).IsComplete);
    }
}
