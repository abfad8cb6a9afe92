using System;
using Xunit;

namespace Devmap.Tests.Runtime.Performance;

/// <summary>What a page costs in memory: at most 64 bytes, as the kernel's <c>struct page</c>. The test measures a million; docs/runtime-performance.md sixteen.</summary>
[Collection(nameof(Alone))]
public sealed class FootprintTests
{
    private const int Pages = 1 << 20;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void APage_IsDescribedInAtMost64Bytes(bool isRam)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        var memory = new PhysicalMemory(isRam ? Pages : 0);
        if (!isRam)
        {
            memory.MemRemapPages(MemoryType.FsDax, new Pfn(0x1000000), Pages, out _);
        }

        long used = GC.GetTotalMemory(forceFullCollection: true) - before;

        GC.KeepAlive(memory);
        Assert.InRange((double)used / Pages, 32, 64);
    }
}
