using Devmap.Tests.Interleaving.Scheduling;

namespace Devmap;

/// <summary>Two processors, and each thread stays on its own, so that a schedule can be repeated.</summary>
internal static class CurrentProcessor
{
    public static int Places => 2;

    public static int Place => Scheduler.CurrentThread & (Places - 1);
}
