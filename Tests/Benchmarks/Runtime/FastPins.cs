using BenchmarkDotNet.Attributes;

namespace Devmap.Tests.Benchmarks.Runtime;

/// <summary>512 pages pinned by the path without locks, by the path with locks, and unpinned again.</summary>
[MemoryDiagnoser]
public class FastPins
{
    private const int Count = 512;

    private readonly Page[] _pages = new Page[Count];
    private AddressSpace _space = null!;
    private ulong _start;

    [GlobalSetup]
    public void Map()
    {
        var memory = new PhysicalMemory(ramPages: 0);
        PgMap pgmap = memory.MemRemapPages(MemoryType.FsDax, new Pfn(0x100000), Count, out _)!;
        _space = new AddressSpace(memory);
        Vma vma = new DaxDevice(pgmap).CreateFile(Count, out _)!.Map(_space, Count);
        _start = vma.Start;
        for (int i = 0; i < Count; i++)
        {
            _space.WriteByte(_start + ((ulong)i * PhysicalMemory.PageSize), 1);
        }
    }

    [Benchmark]
    public int PinUserPagesFast()
    {
        int pinned = _space.PinUserPagesFast(_start, Count, GupFlags.Write, _pages);
        _space.UnpinUserPages(_pages, pinned);
        return pinned;
    }

    [Benchmark]
    public int PinUserPages()
    {
        int pinned = _space.PinUserPages(_start, Count, GupFlags.Write, _pages);
        _space.UnpinUserPages(_pages, pinned);
        return pinned;
    }
}
