using System.Collections.Immutable;
using System.Linq;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A state of a test without markup: its projects, the main one first, and all that is expected in them.</summary>
internal sealed record EvaluatedState(ImmutableArray<EvaluatedProject> Projects, ImmutableArray<DiagnosticResult> Expected)
{
    public EvaluatedProject Main => Projects[0];

    public static EvaluatedState Create(SolutionState state, MarkupReader markup)
    {
        var projects = state.AdditionalProjects.Values
            .Prepend(state)
            .Select(project => EvaluatedProject.Create(project, markup))
            .ToImmutableArray();
        var defaultPath = projects[0].Sources is [var first, ..] ? first.Path : string.Empty;
        var expected = state.ExpectedDiagnostics
            .Concat(markup.Announced)
            .Select(diagnostic => diagnostic.WithMarkupKeysResolved(markup.Keys).WithDefaultPath(defaultPath));
        return new EvaluatedState(projects, [.. expected]);
    }

    public EvaluatedState WithFirstLine(string line) => this with
    {
        Projects = Projects.ConvertAll(project => project.WithFirstLine(line)),
    };

    /// <summary>Whether a fix that leads from here to <paramref name="other"/> has anything to change.</summary>
    public bool HasSameFiles(EvaluatedState other) =>
        Projects.Length == other.Projects.Length
        && Projects.Zip(other.Projects).All(pair => TextOf(pair.First).SequenceEqual(TextOf(pair.Second)));

    private static ImmutableArray<(string Path, string Text)> TextOf(EvaluatedProject project) =>
        project.Sources
            .AddRange(project.AdditionalFiles)
            .AddRange(project.AnalyzerConfigFiles)
            .ConvertAll(file => (file.Path, file.Content.ToString()));
}
