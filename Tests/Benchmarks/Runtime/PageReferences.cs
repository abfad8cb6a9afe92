using System.Threading;
using BenchmarkDotNet.Attributes;

namespace Devmap.Tests.Benchmarks.Runtime;

/// <summary>
/// A reference taken and given up on a page that nobody else touches, beside the two atomic operations that it cannot do
/// without. A count looks at what comes out of them, which costs some processors more than the operations alone.
/// </summary>
public class PageReferences
{
    private readonly Page _page = new PhysicalMemory(ramPages: 1).AllocPage()!;
    private long _count = 1;

    [Benchmark(Baseline = true)]
    public void InterlockedPair()
    {
        Interlocked.Increment(ref _count);
        Interlocked.Decrement(ref _count);
    }

    [Benchmark]
    public long InterlockedPairWithResults() => Interlocked.Increment(ref _count) + Interlocked.Decrement(ref _count);

    [Benchmark]
    public void GetPut()
    {
        _page.Get();
        _page.Put();
    }

    [Benchmark]
    public bool TryGetPut()
    {
        bool taken = _page.TryGet();
        _page.Put();
        return taken;
    }
}
