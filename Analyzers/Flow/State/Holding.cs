using System;

namespace Devmap.Analyzers.Flow.State;

/// <summary>
/// How many references of one kind this body holds on an object: a small interval, and where they came from. Below zero it
/// has given up references that its caller held.
/// </summary>
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

    /// <summary>The id of the object whose call the latest acquire was, a pool for example; 0 where there was none.</summary>
    public int Source { get; init; }

    /// <summary>Below zero: whoever gave the caller's reference up did not mind whether there was one.</summary>
    public bool IsIdempotent { get; init; }

    /// <summary>Below zero: every reference of the caller's was given up, whatever their number.</summary>
    public bool EndsAll { get; init; }

    public Holding More()
    {
        int max = Max >= Widest ? Many : Max + 1;
        return this with { Min = Math.Min(Min + 1, Widest), Max = max, IsIdempotent = IsIdempotent && max < 0, EndsAll = EndsAll && max < 0 };
    }

    /// <summary>One of the caller's references given up; <see langword="null"/>: more of them than are worth counting.</summary>
    public Holding? Owe(bool idempotent, bool all) =>
        Min <= -Widest ? null
        : IsIdempotent && idempotent && Max < 0 ? this
        : this with { Min = Min - 1, Max = Max - 1, IsIdempotent = idempotent, EndsAll = all };

    public Holding Less() => this with { Min = Math.Max(Min - 1, 0), Max = Max == Many ? Many : Math.Max(Max - 1, 0) };
}
