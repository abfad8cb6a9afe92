using System;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Checks of an analyzer that a test may leave out.</summary>
[Flags]
public enum TestBehaviors
{
    None = 0,

    /// <summary>Do not check that the analyzer is silent in generated code.</summary>
    SkipGeneratedCodeCheck = 1,

    /// <summary>Do not check that <c>#pragma warning disable</c> silences the diagnostics.</summary>
    SkipSuppressionCheck = 2,

    /// <summary>Has no effect: there are no source generators in these tests.</summary>
    SkipGeneratedSourcesCheck = 4,
}
