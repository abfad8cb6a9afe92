using System;
using Xunit;

namespace Devmap.Tests.Runtime.KernelHistory;

/// <summary>Row 7: the memory was taken away right behind the kill, and only then waited for the last reference.</summary>
public sealed class LastPutTests
{
    [Fact]
    public void Memory_goes_when_the_last_reference_has_gone()
    {
        var memory = new PhysicalMemory(1);
        DaxFile file = Machine.CreateFile(memory);
        Page page = file.GetPage(0)!;
        PgMap pgmap = file.Device.PgMap;

        TeardownResult before = memory.MemUnmapPages(pgmap, TimeSpan.Zero);
        Assert.Equal(Errno.ETIMEDOUT, before.Error);
        Assert.Equal(page.Pfn, Assert.Single(before.Pages).Pfn);
        Assert.Null(memory.MemRemapPages(MemoryType.FsDax, Machine.DeviceStart, 1, out Errno taken));
        Assert.Equal(Errno.ENOMEM, taken);

        page.Put();
        Assert.True(memory.MemUnmapPages(pgmap, TimeSpan.FromSeconds(10)).IsComplete);
        Assert.NotNull(memory.MemRemapPages(MemoryType.FsDax, Machine.DeviceStart, 1, out _));
    }
}
