namespace Devmap.Analyzers.Flow.Findings;

/// <summary>Why nothing is said of a body, or nothing more of an object.</summary>
internal enum SilenceReason
{
    /// <summary>The code does not compile: what were said of it would be a guess.</summary>
    CodeHasErrors,

    /// <summary>A <c>dynamic</c> operation: what it calls is known when it runs.</summary>
    LateBinding,

    /// <summary>More blocks than <see cref="Execution.Budget.MaxBlocks"/>.</summary>
    TooLarge,

    /// <summary>More steps than <see cref="Execution.Budget.MaxSteps"/>.</summary>
    TooManyPaths,

    /// <summary>An object was handed to a call without contract, which may keep or release it.</summary>
    HandedToUnknownCall,
}
