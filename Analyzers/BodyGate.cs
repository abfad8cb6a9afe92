using System.Linq;
using System.Threading;
using Devmap.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers;

/// <summary>Whether a body is worth a graph: whether it mentions anything that has a contract, and is whole.</summary>
internal static class BodyGate
{
    public static bool Admits(IOperation block, ISymbol owner, ContractProvider contracts, CancellationToken cancellation)
    {
        // Half-typed: the parser has guessed what is meant, and may have guessed wrong.
        if (block.Syntax.ContainsDiagnostics && block.Syntax.GetDiagnostics().Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
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

        return mentions;
    }

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
