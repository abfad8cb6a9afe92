using Devmap.Tests.Interleaving.Scheduling;

namespace System.Threading;

/// <summary>What <c>lock</c> compiles to. Who waits is not run until it can go on.</summary>
internal static class Monitor
{
    public static void Enter(object gate, ref bool taken)
    {
        Scheduler.Enter(gate);
        taken = true;
    }

    public static void Exit(object gate) => Scheduler.Exit(gate);

    public static bool IsEntered(object gate) => Scheduler.IsEntered(gate);

    /// <summary>No time passes: a wait that nobody ends is a lost wake-up, and reported as a deadlock.</summary>
    public static bool Wait(object gate, int milliseconds)
    {
        _ = milliseconds;
        Scheduler.Wait(gate);
        return true;
    }

    public static void PulseAll(object gate) => Scheduler.Pulse(gate);
}
