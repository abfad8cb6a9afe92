using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Devmap.Tests.Unit.Contracts.Files;
using Devmap.Tests.Unit.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Devmap.Tests.Unit.Meta;

/// <summary>Compiles the methods of an example as a reader would, in a class of a project that refers to the library.</summary>
internal static class ExampleCompiler
{
    // On the first line of the example, so that the lines of a report are those of the example.
    private const string Prefix = "using System; using Devmap; using Devmap.Contracts; public static class Example { ";

    /// <summary>The assemblies of the platform.</summary>
    public static readonly ImmutableArray<MetadataReference> Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. Platform,
        MetadataReference.CreateFromFile(typeof(Page).Assembly.Location),
    ];

    /// <summary>
    /// What the rules report, with what the lines of an <c>.editorconfig</c> say for all files, and with a contract file. The
    /// example compiles without errors and warnings.
    /// </summary>
    public static Task<ImmutableArray<Diagnostic>> AnalyzeMethodsAsync(string methods, string configuration = "", string contracts = "") =>
        AnalyzeAsync(Prefix + methods + "}", configuration, contracts);

    /// <inheritdoc cref="AnalyzeMethodsAsync"/>
    public static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string code, string configuration = "", string contracts = "")
    {
        CSharpCompilation compilation = Compile(OutputKind.DynamicallyLinkedLibrary, CSharpSyntaxTree.ParseText(code));
        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden);
        var options = new AnalyzerOptions([new MemoryFile("RefContracts.txt", contracts)], ConfiguredOptions.Parse(configuration));
        return compilation.WithAnalyzers(Rules.Analyzers, options).GetAnalyzerDiagnosticsAsync();
    }

    /// <summary>The methods of an example as a document that fixes can change.</summary>
    public static Document DocumentOf(string methods)
    {
        Project project = new AdhocWorkspace().AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "Example",
            "Example",
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            metadataReferences: References));
        return project.AddDocument("Example.cs", Prefix + methods + "}");
    }

    /// <summary>A project of these files that refers to the library.</summary>
    public static CSharpCompilation Compile(OutputKind kind, params SyntaxTree[] files) =>
        CSharpCompilation.Create("Example", files, References, new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));
}
