using System.Collections.Immutable;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Contracts.Files;
using Devmap.Analyzers.Naming;
using Devmap.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers;

/// <summary>
/// DVM3008: a call of a method that counts by its name, and of which nothing is said. Needed most where there is no contract
/// yet, so it does not wait for one; an analyzer of its own, as a build does not run one that has nothing to say above hidden
/// severity.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UndescribedCountingAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.UndescribedCounting);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var contracts = new ContractProvider(ContractFileSet.Load(start.Options.AdditionalFiles, start.CancellationToken));
            start.RegisterOperationAction(operation => Look(operation, contracts), OperationKind.Invocation);
        });
    }

    private static void Look(OperationAnalysisContext context, ContractProvider contracts)
    {
        var call = (IInvocationOperation)context.Operation;
        IMethodSymbol method = call.TargetMethod;
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.ReducedExtension)
            || CountingName.Of(method.Name) is not { } name
            || contracts.Of(method).SaysSomething)
        {
            return;
        }

        ImmutableArray<string> lines = CountingFamily.Describe(method, name, contracts);
        if (!lines.IsEmpty)
        {
            context.ReportDiagnostic(UndescribedCounting.Report(call, lines));
        }
    }
}
