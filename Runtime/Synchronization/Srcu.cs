using System;
using System.Threading;

namespace Devmap;

/// <summary>
/// Readers that may sleep, and a writer who waits until those that had begun are over (<c>struct srcu_struct</c>).
/// Readers take no lock, may nest, and never wait for a writer.
/// </summary>
internal sealed class Srcu
{
    private readonly WaitQueue _readersGone = new();
    private readonly object _writer = new();
    private readonly Func<bool>[] _isEmpty;
    private long _even;
    private long _odd;
    private int _phase;

    public Srcu() => _isEmpty = new Func<bool>[] { () => Volatile.Read(ref _even) == 0, () => Volatile.Read(ref _odd) == 0 };

    /// <summary>A reader begins (<c>srcu_read_lock</c>).</summary>
    /// <returns>What <see cref="Exit"/> wants to know.</returns>
    public int Enter()
    {
        int phase = Volatile.Read(ref _phase);
        Interlocked.Increment(ref Readers(phase));
        return phase;
    }

    /// <summary>A reader is over (<c>srcu_read_unlock</c>).</summary>
    public void Exit(int phase)
    {
        if (Interlocked.Decrement(ref Readers(phase)) == 0)
        {
            _readersGone.WakeAll();
        }
    }

    /// <summary>
    /// Returns when every reader that had begun is over (<c>synchronize_srcu</c>). Readers that begin later see all that
    /// was written before the call.
    /// </summary>
    public void Synchronize()
    {
        lock (_writer)
        {
            // A reader may be counted in the phase before the one that it came in: whoever read the phase late. So both
            // are waited for, and new readers never keep the one that is waited for from becoming empty.
            int phase = Volatile.Read(ref _phase);
            WaitFor(phase ^ 1);
            Interlocked.Exchange(ref _phase, phase ^ 1);
            WaitFor(phase);
        }
    }

    private ref long Readers(int phase) => ref phase == 0 ? ref _even : ref _odd;

    private void WaitFor(int phase) => _readersGone.Wait(_isEmpty[phase], Timeout.InfiniteTimeSpan, CancellationToken.None);
}
