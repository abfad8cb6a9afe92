using System.Collections.Generic;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A project of a test: what a project file would say.</summary>
public class ProjectState
{
    public ProjectState(string name, string language, string defaultPrefix, string defaultExtension)
    {
        Name = name;
        Language = language;
        Sources = new SourceFileList(defaultPrefix, defaultExtension);
    }

    public string Name { get; }

    public string AssemblyName => Name;

    public string Language { get; }

    /// <summary><see langword="null"/>: a library.</summary>
    public OutputKind? OutputKind { get; set; }

    /// <summary><see langword="null"/>: documentation comments are diagnosed.</summary>
    public DocumentationMode? DocumentationMode { get; set; }

    /// <summary><see langword="null"/>: that of the test.</summary>
    public ReferenceAssemblies? ReferenceAssemblies { get; set; }

    public SourceFileList Sources { get; }

    public SourceFileCollection AdditionalFiles { get; } = [];

    public SourceFileCollection AnalyzerConfigFiles { get; } = [];

    public MetadataReferenceCollection AdditionalReferences { get; } = [];

    /// <summary>The names of other projects of the test that this one refers to.</summary>
    public List<string> AdditionalProjectReferences { get; } = [];

    internal void InheritProject(ProjectState from)
    {
        OutputKind ??= from.OutputKind;
        DocumentationMode ??= from.DocumentationMode;
        ReferenceAssemblies ??= from.ReferenceAssemblies;
        InheritList(Sources, from.Sources);
        InheritList(AdditionalFiles, from.AdditionalFiles);
        InheritList(AnalyzerConfigFiles, from.AnalyzerConfigFiles);
        InheritList(AdditionalReferences, from.AdditionalReferences);
        InheritList(AdditionalProjectReferences, from.AdditionalProjectReferences);
    }

    private protected static void InheritList<T>(List<T> list, List<T> from)
    {
        if (list.Count == 0)
        {
            list.AddRange(from);
        }
    }
}
