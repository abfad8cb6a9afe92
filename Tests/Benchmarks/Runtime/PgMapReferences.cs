using System;
using System.Linq;
using System.Threading;
using BenchmarkDotNet.Attributes;

namespace Devmap.Tests.Benchmarks.Runtime;

/// <summary>
/// A device range looked up and put, by one thread and by two at once: the time for one of all operations, so that half
/// of it on two threads is twice the throughput. One atomic word, which processors have to hand to each other, stands
/// beside, and a word for each thread, which is as much as the machine can give.
/// </summary>
public class PgMapReferences
{
    private const int Operations = 1_000_000;
    private static readonly Pfn s_start = new(0x100000);

    private readonly PhysicalMemory _memory = new(ramPages: 0);
    private Worker[] _workers = [];
    private long _word;

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Start()
    {
        _memory.MemRemapPages(MemoryType.FsDax, s_start, 8, out _);
        _workers = Enumerable.Range(0, Threads).Select(_ => new Worker()).ToArray();
    }

    [GlobalCleanup]
    public void Stop() => Array.ForEach(_workers, worker => worker.Stop());

    [Benchmark(OperationsPerInvoke = Operations)]
    public void GetDevPagemapPut()
    {
        Run(count =>
        {
            for (int i = 0; i < count; i++)
            {
                _memory.GetDevPagemap(s_start)!.Put();
            }
        });
    }

    [Benchmark(OperationsPerInvoke = Operations)]
    public void OneAtomicWord()
    {
        Run(count =>
        {
            for (int i = 0; i < count; i++)
            {
                Interlocked.Increment(ref _word);
                Interlocked.Decrement(ref _word);
            }
        });
    }

    [Benchmark(OperationsPerInvoke = Operations)]
    public void WordOfItsOwn()
    {
        Run(count =>
        {
            // Nothing else is in the lines around it.
            long[] words = new long[33];
            ref long word = ref words[16];
            for (int i = 0; i < count; i++)
            {
                Interlocked.Increment(ref word);
                Interlocked.Decrement(ref word);
            }
        });
    }

    private void Run(Action<int> work)
    {
        Array.ForEach(_workers, worker => worker.Begin(() => work(Operations / Threads)));
        Array.ForEach(_workers, worker => worker.Await());
    }

    // Threads that stay: to make one takes longer than what is measured.
    private sealed class Worker
    {
        private readonly SemaphoreSlim _begin = new(0);
        private readonly SemaphoreSlim _end = new(0);
        private Action? _work;

        public Worker() => new Thread(Serve) { IsBackground = true }.Start();

        public void Begin(Action work)
        {
            _work = work;
            _begin.Release();
        }

        public void Await() => _end.Wait();

        public void Stop()
        {
            _work = null;
            _begin.Release();
        }

        private void Serve()
        {
            for (_begin.Wait(); _work is not null; _begin.Wait())
            {
                _work();
                _end.Release();
            }
        }
    }
}
