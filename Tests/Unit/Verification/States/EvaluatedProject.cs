using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A project of a test without markup and with nothing left open.</summary>
/// <param name="State">What is taken as it is.</param>
/// <param name="Sources">The source files.</param>
/// <param name="AdditionalFiles">The additional files.</param>
/// <param name="AnalyzerConfigFiles">The <c>.editorconfig</c> and <c>.globalconfig</c> files.</param>
internal sealed record EvaluatedProject(
    ProjectState State,
    ImmutableArray<(string Path, SourceText Content)> Sources,
    ImmutableArray<(string Path, SourceText Content)> AdditionalFiles,
    ImmutableArray<(string Path, SourceText Content)> AnalyzerConfigFiles)
{
    public string Name => State.Name;

    public static EvaluatedProject Create(ProjectState state, MarkupReader markup) =>
        new(state, markup.Read(state.Sources), markup.Read(state.AdditionalFiles), markup.Read(state.AnalyzerConfigFiles));

    /// <summary>The same project with <paramref name="line"/> put before every source file.</summary>
    public EvaluatedProject WithFirstLine(string line) => this with
    {
        Sources = Sources.ConvertAll(file => (file.Path, file.Content.Replace(0, 0, line + "\n"))),
    };
}
