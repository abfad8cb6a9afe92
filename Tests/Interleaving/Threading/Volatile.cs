using System.Runtime.CompilerServices;
using Devmap.Tests.Interleaving.Scheduling;

namespace System.Threading;

/// <summary>As <see cref="Interlocked"/>: every access that other threads may see is a step.</summary>
internal static class Volatile
{
    public static T Read<T>(ref readonly T location, [CallerArgumentExpression(nameof(location))] string name = "")
    {
        Scheduler.Step(Access.Read(name));
        return location;
    }

    public static void Write<T>(ref T location, T value, [CallerArgumentExpression(nameof(location))] string name = "")
    {
        Scheduler.Step(Access.Write(name));
        location = value;
    }
}
