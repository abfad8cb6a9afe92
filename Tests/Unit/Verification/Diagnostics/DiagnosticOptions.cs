using System;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>What of an expected diagnostic is not compared.</summary>
[Flags]
public enum DiagnosticOptions
{
    None = 0,

    /// <summary>Only the first location counts.</summary>
    IgnoreAdditionalLocations = 1,

    /// <summary>The severity does not count.</summary>
    IgnoreSeverity = 2,
}
