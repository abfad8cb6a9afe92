using System.Linq;
using System.Threading;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Inference;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers;

/// <summary>Whether a body is worth a graph: whether it mentions anything that has a contract, and is whole.</summary>
internal static class BodyGate
{
    public static bool Admits(IOperation block, ISymbol owner, ContractProvider contracts, InferredContracts inferred, CancellationToken cancellation)
    {
        if (IsHalfTyped(block))
        {
            return false;
        }

        bool mentions = owner is IMethodSymbol method && HasContractedParameter(method, contracts);
        foreach (IOperation operation in block.Descendants())
        {
            cancellation.ThrowIfCancellationRequested();
            if (!IsUnderstood(operation))
            {
                return false;
            }

            mentions = mentions || Mentions(operation, contracts);
        }

        return mentions || CallsWhatCounts(block, inferred, cancellation);
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

    /// <summary>Whether a body is complete and understood, whatever it mentions.</summary>
    public static bool IsWhole(IOperation block, CancellationToken cancellation)
    {
        if (IsHalfTyped(block))
        {
            return false;
        }

        foreach (IOperation operation in block.Descendants())
        {
            cancellation.ThrowIfCancellationRequested();
            if (!IsUnderstood(operation))
            {
                return false;
            }
        }

        return true;
    }

    // The parser has guessed what is meant, and may have guessed wrong.
    private static bool IsHalfTyped(IOperation block) =>
        block.Syntax.ContainsDiagnostics && block.Syntax.GetDiagnostics().Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    // Errors and late binding: whatever were said of such a body would be a guess.
    private static bool IsUnderstood(IOperation operation) => operation is not (
        IInvalidOperation
        or IDynamicInvocationOperation
        or IDynamicMemberReferenceOperation
        or IDynamicIndexerAccessOperation
        or IDynamicObjectCreationOperation);

    private static bool HasContractedParameter(IMethodSymbol method, ContractProvider contracts)
    {
        MemberContract contract = contracts.Of(method);
        foreach (ElementContract parameter in contract.Parameters)
        {
            if (!parameter.Effects.IsEmpty)
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
            _ => null,
        };
        return member is not null && contracts.Of(member).SaysSomething;
    }
}
