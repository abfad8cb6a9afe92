using Devmap.Analyzers.Flow.State;

namespace Devmap.Analyzers.Flow.Execution;

/// <summary>What the analysis of one body has cost so far. A body that costs too much is given up: nobody waits for it while typing.</summary>
internal sealed class Effort
{
    /// <summary>Counted, not timed: the same body comes to the same number on every machine.</summary>
    public int Steps { get; private set; }

    /// <summary>How often a whole state was looked at: when it came to a block, and when several became one there.</summary>
    public int States { get; private set; }

    public bool IsSpent => Steps > Budget.MaxSteps;

    /// <summary>Something looked at the whole state; it costs what it carries.</summary>
    public void Charge(FlowState state)
    {
        States++;
        Steps += 1 + ((state.Names.Count + state.Facts.Count) / Budget.EntriesPerStep);
    }

    /// <summary>An operation was evaluated.</summary>
    public void ChargeOperation() => Steps++;
}
