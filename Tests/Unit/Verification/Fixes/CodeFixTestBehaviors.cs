using System;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>What of the application of a fix is tested.</summary>
[Flags]
public enum CodeFixTestBehaviors
{
    None = 0,

    /// <summary>Fix a single diagnostic, not one after the other until none is left.</summary>
    FixOne = 1,

    SkipFixAllInDocumentCheck = 2,

    SkipFixAllInProjectCheck = 4,

    SkipFixAllInSolutionCheck = 8,

    SkipFixAllCheck = SkipFixAllInDocumentCheck | SkipFixAllInProjectCheck | SkipFixAllInSolutionCheck,
}
