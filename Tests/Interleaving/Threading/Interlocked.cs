using System.Runtime.CompilerServices;
using Devmap.Tests.Interleaving.Scheduling;

namespace System.Threading;

/// <summary>
/// The atomics of the library under test: each is a step that the scheduler decides about. One thread runs at a time, so
/// that plain accesses are atomic here.
/// </summary>
internal static class Interlocked
{
    public static long Add(ref long location, long value, [CallerArgumentExpression(nameof(location))] string name = "")
    {
        Scheduler.Step(Access.Write(name));
        return location += value;
    }

    public static int Add(ref int location, int value, [CallerArgumentExpression(nameof(location))] string name = "")
    {
        Scheduler.Step(Access.Write(name));
        return location += value;
    }

    public static long Increment(ref long location, [CallerArgumentExpression(nameof(location))] string name = "") => Add(ref location, 1, name);

    public static int Increment(ref int location, [CallerArgumentExpression(nameof(location))] string name = "") => Add(ref location, 1, name);

    public static long Decrement(ref long location, [CallerArgumentExpression(nameof(location))] string name = "") => Add(ref location, -1, name);

    public static int Decrement(ref int location, [CallerArgumentExpression(nameof(location))] string name = "") => Add(ref location, -1, name);

    public static T Exchange<T>(ref T location, T value, [CallerArgumentExpression(nameof(location))] string name = "")
    {
        Scheduler.Step(Access.Write(name));
        T found = location;
        location = value;
        return found;
    }

    public static T CompareExchange<T>(ref T location, T value, T comparand, [CallerArgumentExpression(nameof(location))] string name = "")
    {
        Scheduler.Step(Access.Write(name));
        T found = location;
        if (Same(found, comparand))
        {
            location = value;
        }

        return found;
    }

    public static long Read(ref long location, [CallerArgumentExpression(nameof(location))] string name = "")
    {
        Scheduler.Step(Access.Read(name));
        return location;
    }

    // Objects are compared by identity, numbers by value.
    private static bool Same<T>(T left, T right)
        => typeof(T).IsValueType ? Collections.Generic.EqualityComparer<T>.Default.Equals(left, right) : ReferenceEquals(left, right);
}
