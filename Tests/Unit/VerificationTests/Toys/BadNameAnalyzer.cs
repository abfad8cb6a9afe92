using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Devmap.Tests.Unit.VerificationTests.Toys;

/// <summary>Reports every field whose name starts with <c>bad</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BadNameAnalyzer : DiagnosticAnalyzer
{
    public const string Id = "TOY001";

    public static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A bad name",
        "The {0} '{1}' has a bad name",
        "Toys",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(
            static context =>
            {
                if (context.Symbol.Name.StartsWith("bad", StringComparison.Ordinal))
                {
                    context.ReportDiagnostic(Diagnostic.Create(Rule, context.Symbol.Locations[0], "field", context.Symbol.Name));
                }
            },
            SymbolKind.Field);
    }
}
