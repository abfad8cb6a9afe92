using BenchmarkDotNet.Attributes;

namespace Devmap.Tests.Benchmarks.Runtime;

/// <summary>From frame number to page: the same few frames in machines of very different size.</summary>
public class Lookups
{
    private const int Frames = 64;

    private PhysicalMemory _memory = null!;
    private Pfn _start;
    private int _stride;

    [Params(4_096, 65_536, 1_048_576)]
    public int Pages { get; set; }

    [GlobalSetup]
    public void Make()
    {
        _memory = new PhysicalMemory(ramPages: Pages);
        _stride = Pages / Frames;
        _start = new Pfn(0);
    }

    [Benchmark(OperationsPerInvoke = Frames)]
    public int PfnToPage()
    {
        int found = 0;
        for (int i = 0; i < Frames; i++)
        {
            found += _memory.PfnToPage(_start + (i * _stride)) is null ? 0 : 1;
        }

        return found;
    }
}
