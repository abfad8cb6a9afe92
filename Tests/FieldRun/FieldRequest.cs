using System.Collections.Immutable;

namespace Devmap.Tests.FieldRun;

/// <summary>What is looked at, and with what.</summary>
public sealed record FieldRequest
{
    /// <summary>The folders whose C# files are bound together, as one assembly.</summary>
    public required ImmutableArray<string> Folders { get; init; }

    /// <summary>Folders of what the others refer to: bound as well, and neither counted nor reported on.</summary>
    public ImmutableArray<string> Dependencies { get; init; } = [];

    /// <summary>The folder that the paths of a report begin at.</summary>
    public required string Root { get; init; }

    /// <summary>Parts of paths: a file below a folder of such a name is left out, and so is a file of that name.</summary>
    public ImmutableArray<string> Excluded { get; init; } = [];

    /// <summary>Contract files, and other files that the analyzers shall be given.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>Symbols of the preprocessor, besides those that a .NET project has.</summary>
    public ImmutableArray<string> Symbols { get; init; } = [];

    /// <summary>What would stand in an <c>.editorconfig</c>, by its key.</summary>
    public ImmutableDictionary<string, string> Options { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Whether the namespaces are imported that an SDK project imports by itself.</summary>
    public bool ImplicitUsings { get; init; }

    /// <summary>Whether the reference pack of ASP.NET Core is there as well as that of .NET: many libraries log by its <c>Microsoft.Extensions</c>.</summary>
    public bool AspNet { get; init; }
}
