using System;
#if NET
using System.Threading;
#endif

namespace Devmap;

/// <summary>Which processor this thread runs on, as a hint: it may have moved on by the time that the answer is used.</summary>
internal static class CurrentProcessor
{
    private const int Most = 64;

    /// <summary>How many places it takes so that processors rarely share one: a power of two.</summary>
    public static int Places { get; } = PowerOfTwo(Math.Min(Environment.ProcessorCount, Most));

    /// <summary>The place of the processor that this thread runs on: 0 to <see cref="Places"/> - 1.</summary>
    public static int Place
    {
        get
        {
#if NET
            return Thread.GetCurrentProcessorId() & (Places - 1);
#else
            // Nothing tells the processor there; threads that keep apart are as good.
            return Environment.CurrentManagedThreadId & (Places - 1);
#endif
        }
    }

    private static int PowerOfTwo(int atLeast)
    {
        int places = 1;
        while (places < atLeast)
        {
            places *= 2;
        }

        return places;
    }
}
