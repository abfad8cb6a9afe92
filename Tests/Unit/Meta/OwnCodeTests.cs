using System;
using System.Collections.Generic;
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

/// <summary>
/// The rules have nothing to say of the repository's own code, with the contracts of the platform. They cannot run in the build of
/// the analyzers themselves, and those of the tests need not wait for them, so they run here; <c>Runtime</c> and the samples are built with
/// them.
/// </summary>
public sealed class OwnCodeTests
{
    /// <summary>Projects that misuse counts on purpose: what is caught at run time is tested, and a measurement looks at no answer.</summary>
    private static readonly string[] WrongOnPurpose = ["Tests/Runtime", "Tests/Benchmarks"];

    public static TheoryData<string> Projects => new(RepositoryFiles.Projects.Where(IsRight));

    [Theory]
    [MemberData(nameof(Projects))]
    public async Task Nothing_is_reported(string project)
    {
        SyntaxTree[] sources = [.. RepositoryFiles.SourcesIn(project).Where(path => !path.Contains("/Cases/")).Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), new CSharpParseOptions(LanguageVersion.Latest), path))];
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Own", sources, References(project), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));
        var preset = new MemoryFile("bcl.RefContracts.txt", RepositoryFiles.Read("Package", "contracts", "bcl.RefContracts.txt"));

        ImmutableArray<Diagnostic> reported = await compilation
            .WithAnalyzers(Rules.Analyzers, new AnalyzerOptions([preset], ConfiguredOptions.Parse("")))
            .GetAnalyzerDiagnosticsAsync();

        Assert.Empty(reported.Where(found => found.Severity > DiagnosticSeverity.Hidden));
    }

    private static bool IsRight(string project) =>
        !WrongOnPurpose.Contains(project) && !IsBuiltWithTheRules(project);

    private static bool IsBuiltWithTheRules(string project) => project == "Runtime" || project.StartsWith("Samples/", StringComparison.Ordinal);

    // All that these tests are built on; of a project's own assembly its sources speak.
    private static IEnumerable<MetadataReference> References(string project) =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileNameWithoutExtension(path) != AssemblyOf(project))
            .Select(path => MetadataReference.CreateFromFile(path));

    private static string AssemblyOf(string project) => project switch
    {
        "Analyzers" or "CodeFixes" => "Devmap." + project,
        _ => "Devmap." + project.Replace('/', '.'),
    };
}
