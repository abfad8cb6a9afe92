using System.Collections.Immutable;

namespace Devmap.Tests.Benchmarks.Analysis.Projects;

/// <summary>How much a project has to do with counted objects.</summary>
/// <param name="Name">What it is called in tables.</param>
/// <param name="SeesLibrary">Whether it references a library with contracts.</param>
/// <param name="OneIn">Every how many-th body counts; 0: none.</param>
internal sealed record Mix(string Name, bool SeesLibrary, int OneIn)
{
    public static Mix NoContracts { get; } = new("no contract in sight", false, 0);

    public static Mix Unused { get; } = new("library unused", true, 0);

    public static Mix Rare { get; } = new("in 0.5 %", true, 200);

    public static Mix Common { get; } = new("in 5 %", true, 20);

    public static Mix Everywhere { get; } = new("in 50 %", true, 2);

    public static ImmutableArray<Mix> All { get; } = [NoContracts, Unused, Rare, Common, Everywhere];

    /// <inheritdoc/>
    public override string ToString() => Name;
}
