using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Findings;

/// <summary>One place where the analysis gave up.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Place">Where.</param>
internal sealed record Silence(SilenceReason Reason, SyntaxNode Place)
{
    /// <summary>The object of which nothing more is said; <see langword="null"/>: the whole body.</summary>
    public OpaqueValue? Subject { get; init; }

    /// <summary>The path on which it was lost sight of.</summary>
    public FlowState State { get; init; } = FlowState.Empty;

    /// <summary>The member that may have kept it.</summary>
    public ISymbol? Callee { get; init; }
}
