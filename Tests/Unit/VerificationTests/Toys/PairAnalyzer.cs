using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Devmap.Tests.Unit.VerificationTests.Toys;

/// <summary>Reports a type with an <c>a</c> and a <c>b</c>: at the type, with both members as additional locations.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PairAnalyzer : DiagnosticAnalyzer
{
    public static readonly DiagnosticDescriptor Rule = new(
        "TOY003",
        "A pair",
        "A pair",
        "Toys",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule, BadNameAnalyzer.Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(
            static context =>
            {
                var members = ((INamedTypeSymbol)context.Symbol).GetMembers().Where(member => member.Name is "a" or "b").ToList();
                if (members.Count == 2)
                {
                    context.ReportDiagnostic(Diagnostic.Create(
                        Rule,
                        context.Symbol.Locations[0],
                        members.Select(member => member.Locations[0])));
                }
            },
            SymbolKind.NamedType);
    }
}
