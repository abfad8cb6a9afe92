namespace Devmap.Analyzers.Flow.Execution;

/// <summary>
/// The limits of one analysis. They bound its time by the size of the body; a body beyond them is given up silently.
/// </summary>
internal static class Budget
{
    /// <summary>Bodies with more blocks are not analysed.</summary>
    public const int MaxBlocks = 4000;

    /// <summary>Paths that are kept apart in one place; more are merged into one that is no longer certain.</summary>
    public const int MaxStatesPerNode = 48;

    /// <summary>States that are carried through a block.</summary>
    public const int MaxSteps = 40_000;

    /// <summary>So many names make a state count as one step more.</summary>
    public const int NamesPerStep = 16;

    /// <summary>A loop head keeps fewer paths apart: each of them goes round again.</summary>
    public const int MaxStatesPerLoopHead = 24;
}
