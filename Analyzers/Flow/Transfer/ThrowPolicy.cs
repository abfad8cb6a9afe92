using System.Linq;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Execution;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>
/// Which calls are taken to fail where that ends a path. Everything may throw; a report for each release that stands
/// between an acquire and the next release would help nobody.
/// </summary>
internal static class ThrowPolicy
{
    public static ThrowOrigin OriginOf(Call call) =>
        call.Operation.IsImplicit
        || CallTarget.IsHarmless(call.Member)
        || CallTarget.DoesNotReturn(call.Member)
        || IsPlainCreation(call)
        || Releases(call)
            ? ThrowOrigin.Unlikely
            : ThrowOrigin.Call;

    /// <summary>A release that could fail would leave nobody a way to do it right.</summary>
    private static bool Releases(Call call) =>
        Releases(call.Contract.Receiver) || call.Contract.Parameters.Any(Releases);

    private static bool Releases(ElementContract contract) => contract.Effects.Any(static effect => !effect.Acquires);

    /// <summary>An exception that is about to be thrown anyway; an object whose constructor nobody wrote; an empty collection.</summary>
    private static bool IsPlainCreation(Call call) =>
        call is { Operation: IObjectCreationOperation creation, Member: IMethodSymbol constructor }
        && (constructor.IsImplicitlyDeclared
            || IsException(creation.Type)
            || (constructor.Parameters.IsEmpty && CallTarget.IsSystem(constructor.ContainingNamespace)));

    private static bool IsException(ITypeSymbol? type)
    {
        while (type is not null && type is not { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
        {
            type = type.BaseType;
        }

        return type is not null;
    }
}
