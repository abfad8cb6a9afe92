using System.Linq;
using System.Threading;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Inference;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Gate;

/// <summary>Whether a body is worth a graph: whether it mentions anything that has a contract, and is whole.</summary>
internal static class BodyGate
{
    /// <param name="block">The body.</param>
    /// <param name="owner">The member that it belongs to.</param>
    /// <param name="contracts">What is said of the members that it mentions.</param>
    /// <param name="inferred">What is told of those that say nothing.</param>
    /// <param name="silences">Told why a body that mentions a contract is not admitted; <see langword="null"/>: nobody asks.</param>
    /// <param name="cancellation">Ends the look through the body.</param>
    public static bool Admits(IOperation block, ISymbol owner, ContractProvider contracts, InferredContracts inferred, SilenceSink? silences, CancellationToken cancellation)
    {
        Silence? obstacle = BodyObstacle.IsHalfTyped(block) ? new Silence(SilenceReason.CodeHasErrors, block.Syntax) : null;
        bool mentions = contracts.Of(owner).SaysSomething;
        foreach (IOperation operation in obstacle is null || silences is not null ? block.Descendants() : Enumerable.Empty<IOperation>())
        {
            cancellation.ThrowIfCancellationRequested();
            if (obstacle is null && BodyObstacle.In(operation) is { } reason)
            {
                obstacle = new Silence(reason, operation.Syntax);
                if (silences is null)
                {
                    return false;
                }
            }

            mentions = mentions || Mentions(operation, contracts);
        }

        if (obstacle is not null && mentions)
        {
            silences?.GiveUp(obstacle.Reason, obstacle.Place);
        }

        return obstacle is null && (mentions || CallsWhatCounts(block, inferred, cancellation));
    }

    // A body that leaves all counting to helpers mentions no contract itself.
    private static bool CallsWhatCounts(IOperation block, InferredContracts inferred, CancellationToken cancellation)
    {
        foreach (IOperation operation in block.Descendants())
        {
            IMethodSymbol? called = operation switch
            {
                IInvocationOperation invocation => invocation.TargetMethod,
                IPropertyReferenceOperation property => property.Property.GetMethod,
                _ => null,
            };
            if (called is not null && inferred.MayCount(called, cancellation))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Mentions(IOperation operation, ContractProvider contracts)
    {
        ISymbol? member = operation switch
        {
            IInvocationOperation invocation => invocation.TargetMethod,
            IObjectCreationOperation creation => creation.Constructor,
            IPropertyReferenceOperation property => property.Property,
            IFieldReferenceOperation field => field.Field,
            IBinaryOperation binary => binary.OperatorMethod,
            IUnaryOperation unary => unary.OperatorMethod,
            IIncrementOrDecrementOperation increment => increment.OperatorMethod,
            ICompoundAssignmentOperation compound => compound.OperatorMethod,
            IConversionOperation conversion => conversion.OperatorMethod,
            IDeconstructionAssignmentOperation { Syntax: AssignmentExpressionSyntax syntax } => operation.SemanticModel?.GetDeconstructionInfo(syntax).Method,
            _ => null,
        };
        return member is not null && contracts.Of(member).SaysSomething;
    }
}
