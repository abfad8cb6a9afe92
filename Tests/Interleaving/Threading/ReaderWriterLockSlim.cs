using Devmap.Tests.Interleaving.Scheduling;

namespace System.Threading;

/// <summary>As in .NET: a writer who waits keeps new readers out.</summary>
internal sealed class ReaderWriterLockSlim
{
    private int _readers;
    private int _writersWaiting;
    private bool _written;

    public void EnterReadLock()
    {
        Scheduler.Block(Access.Write("rwlock"), () => !_written && _writersWaiting == 0);
        _readers++;
    }

    public void ExitReadLock() => _readers--;

    public void EnterWriteLock()
    {
        Scheduler.Step(Access.Write("rwlock"));
        _writersWaiting++;
        try
        {
            Scheduler.Block(Access.Write("rwlock"), () => !_written && _readers == 0);
        }
        finally
        {
            _writersWaiting--;
        }

        _written = true;
    }

    public void ExitWriteLock() => _written = false;
}
