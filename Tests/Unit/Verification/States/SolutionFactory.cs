using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Makes Roslyn solutions from the states of tests.</summary>
internal sealed class SolutionFactory
{
    // Solutions are immutable and nothing is ever applied to the workspace, so all tests can start from its empty one.
    private static readonly AdhocWorkspace Workspace = new(MefHostServices.DefaultHost);

    public required CompilationOptions CompilationOptions { get; init; }

    public required ParseOptions ParseOptions { get; init; }

    public required IReadOnlyList<Func<Solution, ProjectId, Solution>> Transforms { get; init; }

    /// <summary>The main project of the solution.</summary>
    public Project Create(EvaluatedState state)
    {
        var ids = state.Projects.ToDictionary(project => project.Name, project => ProjectId.CreateNewId(project.Name), StringComparer.Ordinal);
        var solution = Workspace.CurrentSolution;
        foreach (var project in state.Projects)
        {
            solution = solution.AddProject(Describe(project, ids[project.Name]));
        }

        // References can only be added once both ends are there.
        foreach (var project in state.Projects)
        {
            var targets = project.State.AdditionalProjectReferences.Select(name =>
                ids.TryGetValue(name, out var target)
                    ? new ProjectReference(target)
                    : throw new InvalidOperationException($"'{project.Name}' refers to the project '{name}', which the test does not have."));
            solution = solution.AddProjectReferences(ids[project.Name], targets);
        }

        var main = ids[state.Main.Name];
        foreach (var transform in Transforms)
        {
            solution = transform(solution, main);
        }

        return solution.GetProject(main)!;
    }

    private ProjectInfo Describe(EvaluatedProject project, ProjectId id)
    {
        var state = project.State;
        var info = ProjectInfo.Create(
            id,
            VersionStamp.Default,
            state.Name,
            state.AssemblyName,
            state.Language,
            compilationOptions: CompilationOptions.WithOutputKind(state.OutputKind ?? OutputKind.DynamicallyLinkedLibrary),
            parseOptions: state.DocumentationMode is { } mode ? ParseOptions.WithDocumentationMode(mode) : ParseOptions,
            documents: Describe(id, project.Sources),
            metadataReferences: RunningFramework.References.Concat(state.AdditionalReferences),
            additionalDocuments: Describe(id, project.AdditionalFiles));
        return info.WithAnalyzerConfigDocuments(Describe(id, project.AnalyzerConfigFiles));
    }

    private static IEnumerable<DocumentInfo> Describe(ProjectId project, ImmutableArray<(string Path, SourceText Content)> files) =>
        files.Select(file => DocumentInfo.Create(
            DocumentId.CreateNewId(project, file.Path),
            Path.GetFileName(file.Path),
            loader: TextLoader.From(TextAndVersion.Create(file.Content, VersionStamp.Default, file.Path)),
            filePath: file.Path));
}
