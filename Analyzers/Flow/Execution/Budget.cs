namespace Devmap.Analyzers.Flow.Execution;

/// <summary>
/// The limits of one analysis. They bound its time by the size of the body; a body beyond them is given up silently.
/// </summary>
internal static class Budget
{
    /// <summary>Bodies with more blocks are not analysed.</summary>
    public const int MaxBlocks = 4000;

    /// <summary>Paths that are kept apart in one place; more are merged into one that is no longer certain.</summary>
    public const int MaxStatesPerNode = 32;

    /// <summary>Operations that are evaluated and states that are looked at as a whole (<see cref="Effort"/>).</summary>
    public const int MaxSteps = 20_000;

    /// <summary>So many names and facts make a state count as one step more.</summary>
    public const int EntriesPerStep = 8;

    /// <summary>A loop head keeps fewer paths apart: each of them goes round again.</summary>
    public const int MaxStatesPerLoopHead = 12;
}
