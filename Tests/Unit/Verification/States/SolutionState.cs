using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>The solution of a test before or after a fix: its main project, its other projects, and what is reported in them.</summary>
public class SolutionState : ProjectState
{
    public SolutionState(string name, string language, string defaultPrefix, string defaultExtension)
        : base(name, language, defaultPrefix, defaultExtension) =>
        AdditionalProjects = new ProjectCollection(language, defaultExtension);

    /// <summary><see langword="null"/>: <see cref="StateInheritanceMode.AutoInherit"/>.</summary>
    public StateInheritanceMode? InheritanceMode { get; set; }

    /// <summary>
    /// <see langword="null"/>: <see cref="MarkupMode.Allow"/> in the state that is tested and in one with the same files,
    /// <see cref="MarkupMode.IgnoreFixable"/> in one that a fix makes.
    /// </summary>
    public MarkupMode? MarkupHandling { get; set; }

    public ProjectCollection AdditionalProjects { get; }

    /// <summary>The diagnostics that are expected besides those announced by markup.</summary>
    public List<DiagnosticResult> ExpectedDiagnostics { get; } = [];

    /// <summary>Whether the test says anything about this state at all.</summary>
    internal bool IsGiven =>
        InheritanceMode is not null
        || MarkupHandling is not null
        || Sources.Count > 0
        || AdditionalFiles.Count > 0
        || AnalyzerConfigFiles.Count > 0
        || AdditionalReferences.Count > 0
        || AdditionalProjects.Count > 0
        || ExpectedDiagnostics.Count > 0;

    /// <summary>Fills in from <paramref name="baseState"/> what this state does not say.</summary>
    internal void InheritFrom(SolutionState baseState, ImmutableHashSet<string> fixableIds)
    {
        var mode = InheritanceMode ?? StateInheritanceMode.AutoInherit;
        if (mode == StateInheritanceMode.Explicit)
        {
            MarkupHandling ??= MarkupMode.IgnoreFixable;
            return;
        }

        InheritProject(baseState);
        InheritProjects(baseState);
        var isUnchanged = HasSameFiles(baseState);
        MarkupHandling ??= isUnchanged ? baseState.MarkupHandling : MarkupMode.IgnoreFixable;
        if (ExpectedDiagnostics.Count == 0)
        {
            var inheritsAll = isUnchanged || mode == StateInheritanceMode.AutoInheritAll;
            ExpectedDiagnostics.AddRange(baseState.ExpectedDiagnostics.Where(expected => inheritsAll || !fixableIds.Contains(expected.Id)));
        }
    }

    private void InheritProjects(SolutionState baseState)
    {
        foreach (var (name, project) in baseState.AdditionalProjects)
        {
            if (AdditionalProjects.ContainsKey(name))
            {
                AdditionalProjects[name].InheritProject(project);
            }
            else
            {
                AdditionalProjects.Add(name, project);
            }
        }
    }

    private bool HasSameFiles(SolutionState other) =>
        SameText(Sources, other.Sources)
        && SameText(AdditionalFiles, other.AdditionalFiles)
        && SameText(AnalyzerConfigFiles, other.AnalyzerConfigFiles)
        && AdditionalProjects.All(project =>
            other.AdditionalProjects.TryGetValue(project.Key, out var same) && SameText(project.Value.Sources, same.Sources));

    private static bool SameText(SourceFileCollection left, SourceFileCollection right) =>
        left.Select(file => (file.filename, file.content.ToString()))
            .SequenceEqual(right.Select(file => (file.filename, file.content.ToString())));
}
