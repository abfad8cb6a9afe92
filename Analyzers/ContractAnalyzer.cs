using System;
using System.Collections.Immutable;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Contracts.Checks;
using Devmap.Analyzers.Contracts.Files;
using Devmap.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers;

/// <summary>Looks at contracts where they are written: whether they can be meant, and whether they fit what is written above them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.InvalidContract, Descriptors.ContractWeakenedByOverride);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (!ContractPresence.AnyInSight(start.Compilation))
            {
                return;
            }

            var overrides = new OverrideCheck(new ContractProvider(ContractFileSet.Load(start.Options.AdditionalFiles, start.CancellationToken)));
            start.RegisterSymbolAction(symbol => Check(symbol.Symbol, overrides, symbol.ReportDiagnostic), SymbolKind.Method, SymbolKind.Property);
            start.RegisterSymbolAction(
                static symbol => Check(symbol.Symbol, symbol.ReportDiagnostic),
                SymbolKind.Method, SymbolKind.Property, SymbolKind.Field, SymbolKind.Event, SymbolKind.NamedType);

            // Functions in bodies are no symbols that an action is called for.
            start.RegisterOperationAction(
                static function => Check(
                    function.Operation is ILocalFunctionOperation local ? local.Symbol : ((IAnonymousFunctionOperation)function.Operation).Symbol,
                    function.ReportDiagnostic),
                OperationKind.LocalFunction, OperationKind.AnonymousFunction);
            start.RegisterCompilationEndAction(static end => Check(end.Compilation.Assembly, end.ReportDiagnostic));
        });
    }

    private static void Check(ISymbol symbol, OverrideCheck overrides, Action<Diagnostic> report)
    {
        foreach (WeakenedContract weakened in overrides.Find(symbol))
        {
            report(ContractWeakenedByOverride.Report(weakened));
        }
    }

    private static void Check(ISymbol symbol, Action<Diagnostic> report)
    {
        // Both parts of a partial method have the attributes of both.
        if (symbol is IMethodSymbol { PartialDefinitionPart: not null })
        {
            return;
        }

        foreach ((WrittenContract contract, ContractMistake mistake) in DeclarationCheck.Find(symbol))
        {
            report(InvalidContract.Report(contract, mistake));
        }
    }
}
