namespace Microsoft.CodeAnalysis.Testing;

/// <summary>What markup in the files of a state means.</summary>
public enum MarkupMode
{
    /// <summary>Nothing: it is part of the text.</summary>
    None,

    /// <summary>It is taken out and forgotten.</summary>
    Ignore,

    /// <summary>It is taken out; it announces only those diagnostics that no fix provider of the test fixes.</summary>
    IgnoreFixable,

    /// <summary>It is taken out and announces diagnostics.</summary>
    Allow,
}
