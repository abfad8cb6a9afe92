namespace Devmap.Analyzers.Flow.Execution;

/// <summary>What an analysis has cost so far.</summary>
internal sealed class Effort
{
    /// <summary>States that were carried through a block.</summary>
    public int Steps { get; set; }
}
