using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;

namespace Devmap.Analyzers.Flow.Summaries;

/// <summary>By how much a body has changed what its caller holds on one object, where it leaves: a small interval.</summary>
internal readonly record struct CountChange(int Min, int Max)
{
    public bool IsExact => Min == Max;

    /// <summary>The change of one kind of reference on one object; <see langword="null"/> where nobody can tell.</summary>
    /// <param name="state">The state at the exit.</param>
    /// <param name="value">The object.</param>
    /// <param name="kind">The kind of reference.</param>
    /// <param name="given">How many the body was given on entry.</param>
    public static CountChange? Of(FlowState state, Value value, string kind, int given)
    {
        if (state.Uncertain)
        {
            return null;
        }

        if (state.ResourceOf(value) is not { } resource)
        {
            return new CountChange(-given, -given);
        }

        if (resource.Escaped || resource.CountedInLoop || resource.IsBatch)
        {
            return null;
        }

        Holding holding = resource.HoldingOf(kind);
        return new CountChange(holding.Min - given, holding.Max == Holding.Many ? Holding.Many : holding.Max - given);
    }
}
