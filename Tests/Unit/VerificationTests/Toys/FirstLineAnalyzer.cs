using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.Tests.Unit.VerificationTests.Toys;

/// <summary>Reports the start of every file, where no <c>#pragma</c> can stand before it, generated or not.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FirstLineAnalyzer : DiagnosticAnalyzer
{
    public static readonly DiagnosticDescriptor Rule = new(
        "TOY002",
        "A file",
        "This is a file",
        "Toys",
        DiagnosticSeverity.Info,
        isEnabledByDefault: false);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxTreeAction(static context =>
            context.ReportDiagnostic(Diagnostic.Create(Rule, context.Tree.GetLocation(new TextSpan(0, 0)))));
    }
}
