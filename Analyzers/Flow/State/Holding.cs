using System;

namespace Devmap.Analyzers.Flow.State;

/// <summary>How many references of one kind this body holds on an object: a small interval, and where they came from.</summary>
/// <param name="Kind">The kind of reference.</param>
/// <param name="Min">The least number that is certain.</param>
/// <param name="Max">The greatest possible number; <see cref="Many"/> is "no bound".</param>
internal sealed record Holding(string Kind, int Min, int Max)
{
    public const int Many = int.MaxValue;

    // Counting further tells no more: a loop that acquires without end has to come to rest.
    private const int Widest = 3;

    /// <summary>The site of the latest acquire, the place of a leak; 0 before the first.</summary>
    public int Site { get; init; }

    /// <summary>The id of the value that says how many one counted acquire obtained; 0 where each is one.</summary>
    public int Batch { get; init; }

    public Holding More()
    {
        int max = Max >= Widest ? Many : Max + 1;
        return this with { Min = Math.Min(Min + 1, Widest), Max = max };
    }

    public Holding Less() => this with { Min = Math.Max(Min - 1, 0), Max = Max == Many ? Many : Math.Max(Max - 1, 0) };
}
