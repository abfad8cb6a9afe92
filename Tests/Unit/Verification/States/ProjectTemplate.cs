using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.Host.Mef;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>
/// A project without files whose references are resolved already. Resolving those of the whole framework takes longer than
/// compiling a small test; a project made by adding files to the template takes them over.
/// </summary>
internal sealed class ProjectTemplate
{
    // Solutions are immutable and nothing is ever applied to the workspace, so all tests can start from its empty one.
    private static readonly AdhocWorkspace Workspace = new(MefHostServices.DefaultHost);

    private static readonly ConcurrentDictionary<Key, ProjectTemplate> Templates = new();

    // The compilation is only alive, and so only taken over, as long as somebody holds it.
    private readonly Compilation? _compilation;

    private ProjectTemplate(Key key)
    {
        Id = ProjectId.CreateNewId(key.Name);
        Solution = Workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            Id,
            VersionStamp.Default,
            key.Name,
            key.Name,
            key.CompilationOptions.Language,
            compilationOptions: key.CompilationOptions,
            parseOptions: key.ParseOptions,
            metadataReferences: RunningFramework.With(key.References)));
        _compilation = Solution.GetProject(Id)!.GetCompilationAsync().GetAwaiter().GetResult();
        _ = _compilation?.GetTypeByMetadataName(typeof(object).FullName!);
    }

    public ProjectId Id { get; }

    public Solution Solution { get; }

    public static ProjectTemplate Get(string name, CompilationOptions compilationOptions, ParseOptions parseOptions, ImmutableArray<MetadataReference> references) =>
        Templates.GetOrAdd(new Key(name, compilationOptions, parseOptions, references), static key => new ProjectTemplate(key));

    private sealed record Key(string Name, CompilationOptions CompilationOptions, ParseOptions ParseOptions, ImmutableArray<MetadataReference> References)
    {
        public bool Equals(Key? other) =>
            other is not null
            && Name == other.Name
            && CompilationOptions.Equals(other.CompilationOptions)
            && ParseOptions.Equals(other.ParseOptions)
            && References.SequenceEqual(other.References);

        public override int GetHashCode() => System.HashCode.Combine(Name, ParseOptions, References.Length);
    }
}
