using System.Collections.Immutable;
using Devmap.Analyzers.Baselines;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Contracts.Files;
using Devmap.Analyzers.Gate;
using Devmap.Analyzers.Inference;
using Devmap.Analyzers.Options;
using Devmap.Analyzers.Ownership;
using Devmap.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Devmap.Analyzers;

/// <summary>
/// Follows every counted object through every body, and reports what the rules find in its paths. One analyzer for all
/// flow rules: a body is analysed once, whatever number of rules reads the result.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReferenceCountAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = RuleBook.Descriptors.Add(Descriptors.NotAnalysed);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            // A project that sees no contract pays for nothing: no action is registered.
            if (!ContractPresence.AnyInSight(start.Compilation, start.Options))
            {
                return;
            }

            ContractFileSet files = ContractFileSet.Load(start.Options.AdditionalFiles, start.CancellationToken);
            var contracts = new ContractProvider(files, new ContractScope(start.Compilation, files));
            var options = new OptionReader(start.Options.AnalyzerConfigOptionsProvider);
            var inferred = new InferredContracts(start.Compilation, contracts, options);
            var gate = new NameGate(start.Compilation, files, inferred);
            var baseline = Baseline.Load(start.Options, start.CancellationToken);
            var bodies = new BodyAnalyzer(contracts, inferred, gate, options, new RuleBook(start.Compilation, contracts), baseline);
            start.RegisterOperationBlockAction(bodies.Analyze);
            start.RegisterSymbolAction(new OwnedFieldCheck(start.Compilation, contracts, gate, baseline).Analyze, SymbolKind.NamedType);
        });
    }
}
