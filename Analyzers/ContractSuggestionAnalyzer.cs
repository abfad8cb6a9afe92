using System.Collections.Immutable;
using System.Linq;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Contracts.Files;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Gate;
using Devmap.Analyzers.Inference;
using Devmap.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Devmap.Analyzers;

/// <summary>
/// DVM3005: a body shows a contract that is not written down. An analyzer of its own: a build does not run one that has
/// nothing to say above hidden severity.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractSuggestionAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.ContractCanBeDeclared);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            // The attribute must be there to be written.
            if (start.Compilation.GetTypesByMetadataName("Devmap.Contracts.AcquiresRefAttribute").IsEmpty)
            {
                return;
            }

            ContractFileSet files = ContractFileSet.Load(start.Options.AdditionalFiles, start.CancellationToken);
            var contracts = new ContractProvider(files, new ContractScope(start.Compilation, files));
            var inferred = new InferredContracts(start.Compilation, contracts, new OptionReader(start.Options.AnalyzerConfigOptionsProvider));
            var gate = new NameGate(start.Compilation, files, inferred);
            start.RegisterSymbolAction(symbol => Suggest((IMethodSymbol)symbol.Symbol, inferred, gate, symbol), SymbolKind.Method);
        });
    }

    private static void Suggest(IMethodSymbol method, InferredContracts inferred, NameGate gate, SymbolAnalysisContext context)
    {
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.Constructor)
            || method.IsOverride
            || BodyShape.ImplementsInterface(method)
            || !gate.MayHaveContract(method, context.CancellationToken)
            || !inferred.MayCount(method, context.CancellationToken))
        {
            return;
        }

        var proposal = ContractProposal.For(method, inferred.Of(method, context.CancellationToken));
        if (proposal.IsEmpty)
        {
            return;
        }

        var properties = ImmutableDictionary<string, string?>.Empty.Add(
            DiagnosticProperties.Contract,
            string.Join("\n", proposal.Select(static part => $"{part.Target}={part.Attribute}")));
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.ContractCanBeDeclared,
            method.Locations[0],
            properties,
            method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name,
            ContractProposal.Describe(proposal)));
    }
}
