using System;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>How an expected location is compared with the reported one.</summary>
[Flags]
public enum DiagnosticLocationOptions
{
    None = 0,

    /// <summary>Only the start counts.</summary>
    IgnoreLength = 1,

    /// <summary>The location is the number of a markup span <c>{|#0:...|}</c>, not a position.</summary>
    InterpretAsMarkupKey = 2,

    /// <summary>The location is one of those that an editor fades out. It is compared like any other.</summary>
    UnnecessaryCode = 4,
}
