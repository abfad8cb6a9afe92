namespace Microsoft.CodeAnalysis.Testing;

/// <summary>What the steps of one test share: they ask about the same files again and again.</summary>
internal sealed class TestSession
{
    public required SolutionFactory Solutions { get; init; }

    public required DiagnosticSource Source { get; init; }

    /// <summary>The state that is tested.</summary>
    public required EvaluatedState Before { get; init; }
}
