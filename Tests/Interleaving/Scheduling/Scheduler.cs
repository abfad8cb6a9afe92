using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Devmap.Tests.Interleaving.Scheduling;

/// <summary>One execution: one thread runs at a time, and before each of its steps it is decided which thread goes on.</summary>
internal sealed class Scheduler
{
    /// <summary>More steps than any scenario takes: beyond them nobody makes progress.</summary>
    private const int StepLimit = 20_000;

    [ThreadStatic]
    private static Scheduler? s_current;

    private readonly IReadOnlyList<ControlledThread> _threads;
    private readonly Schedule _schedule;
    private readonly SharedLocations _shared;
    private readonly Action _always;
    private readonly SemaphoreSlim _over = new(0);
    private readonly SemaphoreSlim _atFirstStep = new(0);
    private readonly ConditionalWeakTable<object, Gate> _gates = new();
    private ControlledThread _running;
    private bool _starting = true;
    private bool _abandoned;
    private int _steps;
    private int _writes;

    public Scheduler(IReadOnlyList<ControlledThread> threads, Schedule schedule, SharedLocations shared, Action always)
    {
        _threads = threads;
        _schedule = schedule;
        _shared = shared;
        _always = always;
        _running = threads[0];
    }

    public Exception? Failure { get; private set; }

    /// <summary>The thread that runs; 0 outside of an execution.</summary>
    public static int CurrentThread => s_current?._running.Index ?? 0;

    /// <summary>Before every access that other threads may see.</summary>
    public static void Step(Access access) => s_current?.Decide(access, needs: null);

    /// <summary>A step that can be done only while a condition holds.</summary>
    public static void Block(Access access, Func<bool> needs) => s_current?.Decide(access, needs);

    /// <summary>A step of a thread that spins: it writes nothing itself, and sees nothing new before another has written.</summary>
    public static void AwaitOthers()
    {
        if (s_current is { } scheduler)
        {
            int seen = scheduler._writes;
            scheduler.Decide(Access.Read("spin"), () => scheduler._writes > seen);
        }
    }

    public static void Enter(object gate)
    {
        if (s_current is { } scheduler)
        {
            Gate state = scheduler._gates.GetOrCreateValue(gate);
            ControlledThread self = scheduler._running;
            scheduler.Decide(LockOf(gate), () => state.Owner is null || state.Owner == self);
            state.Owner = self;
            state.Depth++;
        }
    }

    public static void Exit(object gate)
    {
        if (s_current is { } scheduler && scheduler._gates.TryGetValue(gate, out Gate? state) && --state.Depth == 0)
        {
            state.Owner = null;
        }
    }

    /// <summary>Whether the running thread holds the lock. No step: nobody else can change the answer.</summary>
    public static bool IsEntered(object gate)
        => s_current is not { } scheduler || (scheduler._gates.TryGetValue(gate, out Gate? state) && state.Owner == scheduler._running);

    public static void Wait(object gate)
    {
        if (s_current is { } scheduler)
        {
            Gate state = scheduler._gates.GetOrCreateValue(gate);
            ControlledThread self = scheduler._running;
            int pulses = state.Pulses;
            int depth = state.Depth;
            state.Owner = null;
            state.Depth = 0;
            try
            {
                scheduler.Decide(LockOf(gate), () => state.Pulses != pulses && state.Owner is null);
            }
            finally
            {
                state.Owner = self;
                state.Depth = depth;
            }
        }
    }

    public static void Pulse(object gate)
    {
        if (s_current is { } scheduler)
        {
            scheduler._gates.GetOrCreateValue(gate).Pulses++;
        }
    }

    /// <summary>Runs the threads to their ends.</summary>
    public void Run()
    {
        // What comes before the first step of a thread touches nothing that others see, so its order does not matter.
        foreach (ControlledThread thread in _threads)
        {
            thread.Resume();
            _atFirstStep.Wait();
        }

        _starting = false;
        if (TryChoose(current: null) is { } first)
        {
            first.Resume();
            _over.Wait();
        }
    }

    public void Begin(ControlledThread thread)
    {
        s_current = this;
        _running = thread;
    }

    public void Fail(Exception failure)
    {
        Failure ??= failure;
        _abandoned = true;
    }

    /// <summary>The running thread has come to its end.</summary>
    public void End()
    {
        s_current = null;
        if (_starting)
        {
            _atFirstStep.Release();
            return;
        }

        ControlledThread? next = _abandoned ? _threads.FirstOrDefault(thread => !thread.IsFinished) : TryChoose(_running);
        if (next is not null)
        {
            next.Resume();
        }
        else
        {
            _over.Release();
        }
    }

    private static Access LockOf(object gate) => new($"lock of {gate.GetType().Name}", IsWrite: true);

    private void Decide(Access access, Func<bool>? needs)
    {
        ControlledThread self = _running;
        if (_abandoned)
        {
            // Locks are let go on the way out; whatever would wait ends the thread.
            throw new ExecutionAbandonedException();
        }

        self.Pending = access;
        self.Needs = needs;
        _shared.Note(self.Index, access);
        if (_starting)
        {
            _atFirstStep.Release();
            self.Pause();
        }
        else if (TryChoose(self) is { } next && next != self)
        {
            next.Resume();
            self.Pause();
        }

        s_current = this;
        _running = self;
        if (_abandoned)
        {
            throw new ExecutionAbandonedException();
        }

        self.Needs = null;
        _steps++;
        _writes += access.IsWrite ? 1 : 0;
    }

    /// <summary>Who goes on; <see langword="null"/>: all have ended, or nobody can.</summary>
    private ControlledThread? TryChoose(ControlledThread? current)
    {
        CheckAlways();
        List<int> enabled = _threads.Where(thread => thread.CanRun).Select(thread => thread.Index).ToList();
        if (enabled.Count == 0 || _steps > StepLimit || _abandoned)
        {
            return GiveUp(current);
        }

        if (current is null || !enabled.Remove(current.Index))
        {
            return _threads[_schedule.Choose(enabled)];
        }

        enabled.Insert(0, current.Index);
        return _threads[_schedule.ChooseOrGoOn(enabled, _shared.Contains(current.Pending.Location))];
    }

    private ControlledThread? GiveUp(ControlledThread? current)
    {
        if (_threads.All(thread => thread.IsFinished))
        {
            return null;
        }

        Fail(new InvalidOperationException(_steps > StepLimit ? "Livelock: nobody comes to an end." : "Deadlock: " + Waiting()));
        return current is { IsFinished: false } ? current : _threads.First(thread => !thread.IsFinished);
    }

    private string Waiting()
        => string.Join("; ", _threads.Where(thread => !thread.IsFinished).Select(thread => $"thread {thread.Index} waits at {thread.Pending.Location}"));

    // Looked at by the scheduler and not by the thread: its reads are no steps.
    private void CheckAlways()
    {
        Scheduler? current = s_current;
        s_current = null;
        try
        {
            _always();
        }
        catch (Exception failure)
        {
            Fail(failure);
        }
        finally
        {
            s_current = current;
        }
    }

    private sealed class Gate
    {
        public ControlledThread? Owner { get; set; }

        public int Depth { get; set; }

        public int Pulses { get; set; }
    }
}
