using System.Collections.Immutable;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Contracts.Files;
using Devmap.Analyzers.Naming;
using Devmap.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
            start.RegisterSyntaxNodeAction(call => Look(call, contracts), SyntaxKind.InvocationExpression);
        });
    }

    private static void Look(SyntaxNodeAnalysisContext context, ContractProvider contracts)
    {
        // By its name first: nearly all calls are of methods that do not count.
        if (NameIn((InvocationExpressionSyntax)context.Node) is not { } identifier
            || CountingName.Of(identifier) is not { } name
            || context.SemanticModel.GetOperation(context.Node, context.CancellationToken) is not IInvocationOperation call)
        {
            return;
        }

        IMethodSymbol method = call.TargetMethod;
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.ReducedExtension)
            || method.Name != identifier
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

    private static string? NameIn(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };
}
