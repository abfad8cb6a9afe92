using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Devmap.Tests.Unit.KernelHistory;

/// <summary>
/// Bugs that the kernel had, written against the library: what is marked with <c>// EXPECT id</c> is reported, and nothing
/// else; the repaired code is silent.
/// </summary>
public sealed partial class KernelHistoryTests
{
    private const string Folder = "KernelHistory.Cases.";

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(Page).Assembly.Location),
    ];

    public static TheoryData<string> Cases { get; } = new(
        typeof(KernelHistoryTests).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^".cs".Length])
            .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Is_reported_as_marked(string name)
    {
        string code = Read(name);
        string[] lines = code.Split('\n');

        Assert.Equal(
            lines.SelectMany((line, index) => ExpectMark().Matches(line).Select(mark => (index + 1, mark.Groups[1].Value))),
            await ReportsAsync(code));
        Assert.Equal(name.EndsWith(".before", StringComparison.Ordinal), ExpectMark().IsMatch(code));
    }

    internal static string Read(string name)
    {
        using var reader = new StreamReader(typeof(KernelHistoryTests).Assembly.GetManifestResourceStream(Folder + name + ".cs")!);
        return reader.ReadToEnd();
    }

    private static async Task<IEnumerable<(int Line, string Id)>> ReportsAsync(string code)
    {
        var compilation = CSharpCompilation.Create(
            "Row",
            [CSharpSyntaxTree.ParseText(code)],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        ImmutableArray<Diagnostic> reported = await compilation.WithAnalyzers(Meta.Rules.Analyzers).GetAnalyzerDiagnosticsAsync();
        return reported
            .Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden)
            .Select(diagnostic => (diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1, diagnostic.Id))
            .Order();
    }

    [GeneratedRegex(@"// EXPECT (DVM\d{4})")]
    private static partial Regex ExpectMark();
}
