using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Devmap.Tests.Unit.VerificationTests.Toys;

/// <summary>
/// Reports the lines of the additional file <c>Words.txt</c> that are no type of the compilation,
/// unless the option <c>toys.words</c> of every source file says <c>off</c>.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WordListAnalyzer : DiagnosticAnalyzer
{
    public static readonly DiagnosticDescriptor Rule = new(
        "TOY004",
        "No such type",
        "There is no type '{0}'",
        "Toys",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationAction(Analyze);
    }

    private static void Analyze(CompilationAnalysisContext context)
    {
        var file = context.Options.AdditionalFiles.FirstOrDefault(file => Path.GetFileName(file.Path) == "Words.txt");
        var options = context.Options.AnalyzerConfigOptionsProvider;
        if (file?.GetText(context.CancellationToken) is not { } text
            || context.Compilation.SyntaxTrees.All(tree => options.GetOptions(tree).TryGetValue("toys.words", out var value) && value == "off"))
        {
            return;
        }

        foreach (var line in text.Lines.Where(line => context.Compilation.GetTypeByMetadataName(line.ToString()) is null))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rule,
                Location.Create(file.Path, line.Span, text.Lines.GetLinePositionSpan(line.Span)),
                line.ToString()));
        }
    }
}
