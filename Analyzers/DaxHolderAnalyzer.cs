using System.Collections.Immutable;
using System.Linq;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Gate;
using Devmap.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers;

/// <summary>
/// Looks at the methods by which holders of DAX devices are told of failures. One that does nothing but answer or throw
/// cannot take a mapping away; one that does anything else may.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DaxHolderAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.MissingFailureNotification);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("Devmap.IDaxHolder")?.GetMembers("NotifyFailure").FirstOrDefault() is IMethodSymbol notify)
            {
                start.RegisterOperationBlockAction(body => Analyze(body, notify));
            }
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, IMethodSymbol notify)
    {
        if (context.OwningSymbol is IMethodSymbol { IsAbstract: false } method
            && MentionedNames.Of(method) == notify.Name
            && SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(notify), method)
            && context.OperationBlocks.FirstOrDefault(block => block is IBlockOperation) is IBlockOperation body
            && BodyObstacle.IsWhole(body, context.CancellationToken)
            && Idleness(body) is { } what)
        {
            context.ReportDiagnostic(MissingFailureNotification.Report(method, what));
        }
    }

    private static string? Idleness(IBlockOperation body) => body.Operations.Length != 1 ? null : body.Operations[0] switch
    {
        IReturnOperation { ReturnedValue: { ConstantValue.HasValue: true } answer } => $"answers '{answer.Syntax}' and does nothing when the device fails or goes",
        IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation } => "throws when the device fails or goes",
        IReturnOperation { ReturnedValue: IThrowOperation or IConversionOperation { Operand: IThrowOperation } } => "throws when the device fails or goes",
        _ => null,
    };
}
