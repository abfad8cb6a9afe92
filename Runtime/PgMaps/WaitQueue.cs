using System;
using System.Diagnostics;
using System.Threading;

namespace Devmap;

/// <summary>Waiting for a condition that other threads bring about (<c>wait_var_event</c>, <c>wake_up_var</c>).</summary>
internal sealed class WaitQueue
{
    private readonly object _gate = new();
    private int _waiters;

    /// <summary>
    /// Lets all waiters look at their condition again. The caller has changed the condition with an atomic operation
    /// before: then either it sees the waiter here, or the waiter sees the change.
    /// </summary>
    public void WakeAll()
    {
        if (Volatile.Read(ref _waiters) == 0)
        {
            return;
        }

        lock (_gate)
        {
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Waits until <paramref name="condition"/> holds. It runs under the queue's lock and must not block.</summary>
    /// <returns>
    /// <see cref="Errno.None"/>, <see cref="Errno.ETIMEDOUT"/>, or <see cref="Errno.ERESTARTSYS"/> when
    /// <paramref name="cancellationToken"/> was cancelled.
    /// </returns>
    public Errno Wait(Func<bool> condition, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        Interlocked.Increment(ref _waiters);
        try
        {
            using (cancellationToken.Register(WakeAll))
            {
                lock (_gate)
                {
                    while (!condition())
                    {
                        if (cancellationToken.IsCancellationRequested)
                        {
                            return Errno.ERESTARTSYS;
                        }

                        if (!TryRemaining(timeout, clock, out int milliseconds))
                        {
                            return Errno.ETIMEDOUT;
                        }

                        Monitor.Wait(_gate, milliseconds);
                    }

                    return Errno.None;
                }
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiters);
        }
    }

    private static bool TryRemaining(TimeSpan timeout, Stopwatch clock, out int milliseconds)
    {
        if (timeout == Timeout.InfiniteTimeSpan)
        {
            milliseconds = Timeout.Infinite;
            return true;
        }

        TimeSpan left = timeout - clock.Elapsed;
        milliseconds = (int)Math.Min(int.MaxValue, Math.Ceiling(left.TotalMilliseconds));
        return left > TimeSpan.Zero;
    }
}
