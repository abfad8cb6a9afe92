using System;
using System.Threading;

namespace Devmap.Tests.Interleaving.Scheduling;

/// <summary>A thread that runs only while the scheduler lets it. It serves one execution after the other.</summary>
internal sealed class ControlledThread
{
    private readonly SemaphoreSlim _go = new(0);
    private Scheduler? _scheduler;
    private Action? _body;

    public ControlledThread(int index)
    {
        Index = index;
        new Thread(Serve) { IsBackground = true, Name = $"explored {index}" }.Start();
    }

    public int Index { get; }

    /// <summary>What it needs to go on; <see langword="null"/>: nothing.</summary>
    public Func<bool>? Needs { get; set; }

    public Access Pending { get; set; }

    public bool IsFinished { get; private set; }

    public bool CanRun => !IsFinished && (Needs is null || Needs());

    public void Prepare(Scheduler scheduler, Action body)
    {
        _scheduler = scheduler;
        _body = body;
        IsFinished = false;
        Needs = null;
        Pending = new Access("start", IsWrite: false);
    }

    public void Resume() => _go.Release();

    public void Pause() => _go.Wait();

    private void Serve()
    {
        while (true)
        {
            Pause();
            _scheduler!.Begin(this);
            try
            {
                _body!();
            }
            catch (ExecutionAbandonedException)
            {
            }
            catch (Exception failure)
            {
                _scheduler.Fail(failure);
            }

            IsFinished = true;
            _scheduler.End();
        }
    }
}

/// <summary>Unwinds a thread whose execution goes nowhere.</summary>
internal sealed class ExecutionAbandonedException : Exception;
