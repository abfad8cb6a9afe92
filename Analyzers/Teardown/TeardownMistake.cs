using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Teardown;

/// <summary>What is wrong with the order of a teardown: kill, shoot down, drain, remove.</summary>
internal enum TeardownMistakeKind
{
    /// <summary>A mapping is made and never taken away.</summary>
    StillMapped,

    /// <summary>The mappings are taken away behind the removal.</summary>
    ShotDownLate,

    /// <summary>The mappings are taken away while the device still gives pages out.</summary>
    ShotDownEarly,

    /// <summary>The device gives pages out until behind the removal.</summary>
    KilledLate,
}

/// <summary>One such mistake.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Cause">The call that made the mapping, or that stands in the wrong place.</param>
/// <param name="Other">The call that should have come before it; <see langword="null"/>: the removal itself is in the wrong place.</param>
internal sealed record TeardownMistake(TeardownMistakeKind Kind, IOperation Cause, IOperation? Other = null);
