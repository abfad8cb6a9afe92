using System;

namespace Devmap.Tests.Benchmarks.Runtime;

/// <summary>How much memory describes a page: no matter of time, so it is measured without the harness.</summary>
internal static class Footprint
{
    private const int Pages = 16 * 1024 * 1024;

    public static void Print()
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        var memory = new PhysicalMemory(ramPages: 0);
        PgMap pgmap = memory.MemRemapPages(MemoryType.FsDax, new Pfn(0x1000000), Pages, out _)!;
        long used = GC.GetTotalMemory(forceFullCollection: true) - before;
        Console.WriteLine($"{Pages} pages of {pgmap.Type} memory: {used} bytes, {(double)used / Pages:F2} bytes each");
        GC.KeepAlive(memory);
    }
}
