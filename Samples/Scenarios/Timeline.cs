using System.Collections.Generic;

namespace Scenarios;

/// <summary>The counts of a page and of its device range at one moment.</summary>
public readonly record struct Counts(int References, int Mappings, int Pins, long PgMapReferences);

/// <summary>Something that somebody did, what came of it, and the counts before and after.</summary>
public sealed record TimelineStep(string Actor, string What, string Result, Counts Before, Counts After);

/// <summary>What happened, in order.</summary>
public sealed class Timeline
{
    private readonly List<TimelineStep> _steps = new();

    public IReadOnlyList<TimelineStep> Steps => _steps;

    public void Add(TimelineStep step) => _steps.Add(step);
}
