namespace Microsoft.CodeAnalysis.Testing;

/// <summary>What a fixed state takes over from the state before it where it says nothing itself.</summary>
public enum StateInheritanceMode
{
    /// <summary>Files, references and the expected diagnostics that no fix of the test fixes.</summary>
    AutoInherit,

    /// <summary>Nothing.</summary>
    Explicit,

    /// <summary>Files, references and all expected diagnostics.</summary>
    AutoInheritAll,
}
