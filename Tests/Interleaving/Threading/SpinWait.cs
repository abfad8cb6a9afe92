using Devmap.Tests.Interleaving.Scheduling;

namespace System.Threading;

/// <summary>Who spins is not run again before another thread has done something.</summary>
internal struct SpinWait
{
    public int Count { get; private set; }

    public void SpinOnce()
    {
        Count++;
        Scheduler.AwaitOthers();
    }
}
