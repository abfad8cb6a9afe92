using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Makes Roslyn solutions from the states of tests.</summary>
internal sealed class SolutionFactory
{
    private readonly Dictionary<EvaluatedState, Project> _created = new(ReferenceEqualityComparer.Instance);

    public required CompilationOptions CompilationOptions { get; init; }

    public required ParseOptions ParseOptions { get; init; }

    public required IReadOnlyList<Func<Solution, ProjectId, Solution>> Transforms { get; init; }

    /// <summary>The main project of the solution; the same object for the same state, so that it is compiled once.</summary>
    public Project Create(EvaluatedState state)
    {
        if (!_created.TryGetValue(state, out var project))
        {
            _created.Add(state, project = CreateCore(state));
        }

        return project;
    }

    private Project CreateCore(EvaluatedState state)
    {
        var template = ProjectTemplate.Get(
            state.Main.Name,
            GetCompilationOptions(state.Main.State),
            GetParseOptions(state.Main.State),
            [.. state.Main.State.AdditionalReferences]);
        var solution = AddFiles(template.Solution, template.Id, state.Main);
        if (state.Projects.Length > 1)
        {
            solution = AddProjects(solution, template.Id, state);
        }

        foreach (var transform in Transforms)
        {
            solution = transform(solution, template.Id);
        }

        return solution.GetProject(template.Id)!;
    }

    private Solution AddProjects(Solution solution, ProjectId main, EvaluatedState state)
    {
        var ids = new Dictionary<string, ProjectId>(StringComparer.Ordinal) { [state.Main.Name] = main };
        foreach (var project in state.Projects.Skip(1))
        {
            var id = ids[project.Name] = ProjectId.CreateNewId(project.Name);
            var info = ProjectInfo.Create(
                id,
                VersionStamp.Default,
                project.Name,
                project.State.AssemblyName,
                project.State.Language,
                compilationOptions: GetCompilationOptions(project.State),
                parseOptions: GetParseOptions(project.State),
                metadataReferences: RunningFramework.With(project.State.AdditionalReferences));
            solution = AddFiles(solution.AddProject(info), id, project);
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

        return solution;
    }

    private static Solution AddFiles(Solution solution, ProjectId id, EvaluatedProject project) =>
        solution
            .AddDocuments(Describe(id, project.Sources))
            .AddAdditionalDocuments(Describe(id, project.AdditionalFiles))
            .AddAnalyzerConfigDocuments(Describe(id, project.AnalyzerConfigFiles));

    private CompilationOptions GetCompilationOptions(ProjectState state) =>
        CompilationOptions.WithOutputKind(state.OutputKind ?? OutputKind.DynamicallyLinkedLibrary);

    private ParseOptions GetParseOptions(ProjectState state) =>
        state.DocumentationMode is { } mode ? ParseOptions.WithDocumentationMode(mode) : ParseOptions;

    private static ImmutableArray<DocumentInfo> Describe(ProjectId project, ImmutableArray<(string Path, SourceText Content)> files) =>
        files.ConvertAll(file => DocumentInfo.Create(
            DocumentId.CreateNewId(project, file.Path),
            Path.GetFileName(file.Path),
            loader: TextLoader.From(TextAndVersion.Create(file.Content, VersionStamp.Default, file.Path)),
            filePath: file.Path));
}
