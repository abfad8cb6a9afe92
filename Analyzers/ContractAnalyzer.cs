using System;
using System.Collections.Immutable;
using System.Linq;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Contracts.Checks;
using Devmap.Analyzers.Contracts.Files;
using Devmap.Analyzers.Gate;
using Devmap.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

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

            ContractFileSet files = ContractFileSet.Load(start.Options.AdditionalFiles, start.CancellationToken);
            var overrides = new OverrideCheck(new ContractProvider(files, new ContractScope(start.Compilation, files)));
            start.RegisterSymbolAction(symbol => Check(symbol.Symbol, overrides, symbol.ReportDiagnostic), SymbolKind.Method, SymbolKind.Property);
            start.RegisterSymbolAction(
                static symbol => Check(symbol.Symbol, symbol.ReportDiagnostic),
                SymbolKind.Method, SymbolKind.Property, SymbolKind.Field, SymbolKind.Event, SymbolKind.NamedType);

            // Functions in bodies are no symbols that an action is called for. Few have attributes, which their syntax tells.
            start.RegisterSyntaxNodeAction(CheckFunction, SyntaxKind.LocalFunctionStatement, SyntaxKind.ParenthesizedLambdaExpression);
            start.RegisterCompilationEndAction(static end => Check(end.Compilation.Assembly, end.ReportDiagnostic));
        });
    }

    private static void CheckFunction(SyntaxNodeAnalysisContext context)
    {
        if (context.Node.ChildNodes().Any(HasAttributes)
            && SymbolOf(context) is { } function)
        {
            Check(function, context.ReportDiagnostic);
        }
    }

    private static bool HasAttributes(SyntaxNode part) => part is AttributeListSyntax
        || (part is ParameterListSyntax list && list.Parameters.Any(static parameter => parameter.AttributeLists.Count > 0));

    private static ISymbol? SymbolOf(SyntaxNodeAnalysisContext context) => context.Node is LocalFunctionStatementSyntax
        ? context.SemanticModel.GetDeclaredSymbol(context.Node, context.CancellationToken)
        : context.SemanticModel.GetSymbolInfo(context.Node, context.CancellationToken).Symbol;

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
