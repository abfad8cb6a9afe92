using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Devmap.Tests.Unit.Contracts.Files;
using Devmap.Tests.Unit.Options;
using Devmap.Tests.Unit.Presets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Devmap.Tests.Unit.RealBugs;

/// <summary>The bug is reported where it is marked; the repair is silent.</summary>
public sealed class RealBugTests
{
    /// <summary>What an SDK project with implicit usings has besides its own files.</summary>
    private const string ImplicitUsings = """
        global using global::System;
        global using global::System.Collections.Generic;
        global using global::System.IO;
        global using global::System.Linq;
        global using global::System.Net.Http;
        global using global::System.Threading;
        global using global::System.Threading.Tasks;
        """;

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static TheoryData<string> Found { get; } = new(RealBugCase.Names.Where(name => !NotFoundYet.Reasons.ContainsKey(name)));

    public static TheoryData<string> NotFound { get; } = new(NotFoundYet.Reasons.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Found))]
    public async Task IsReportedAsMarked(string name)
    {
        Assert.Empty(await DifferencesAsync(name, isModern: false));
        Assert.Empty(await DifferencesAsync(name, isModern: true));
    }

    /// <summary>A case that is found is taken off the list.</summary>
    [Theory]
    [MemberData(nameof(NotFound))]
    public async Task IsNotReportedYet(string name) => Assert.NotEmpty(await DifferencesAsync(name, isModern: false));

    [Fact]
    public void TheListNamesCases() => Assert.Subset(RealBugCase.Names.ToHashSet(), NotFoundYet.Reasons.Keys.ToHashSet());

    private static async Task<IReadOnlyList<string>> DifferencesAsync(string name, bool isModern)
    {
        var bug = RealBugCase.Read(name);
        return [.. bug.Differences(await AnalyzeAsync(bug.Code, bug.Options, isModern))];
    }

    private static async Task<IEnumerable<Diagnostic>> AnalyzeAsync(string code, string options, bool isModern)
    {
        string[] files = [code, RealBugCase.ReadFile("_Contracts.cs"), isModern ? ImplicitUsings : ""];
        var compilation = CSharpCompilation.Create(
            "RealBug",
            files.Select(file => CSharpSyntaxTree.ParseText(file)),
            References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                allowUnsafe: true,
                nullableContextOptions: isModern ? NullableContextOptions.Enable : NullableContextOptions.Disable));
        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        var contracts = new MemoryFile("/bcl.RefContracts.txt", PresetTest.Text("bcl"));
        var analyzed = compilation.WithAnalyzers(Meta.Rules.Analyzers, new AnalyzerOptions([contracts], ConfiguredOptions.Parse(options)));
        return (await analyzed.GetAnalyzerDiagnosticsAsync()).Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden);
    }
}
