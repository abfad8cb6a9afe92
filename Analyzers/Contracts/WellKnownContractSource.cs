using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Contracts;

/// <summary>
/// What holds without any attribute: <c>IDisposable.Dispose</c> and <c>IAsyncDisposable.DisposeAsync</c> give up a reference
/// of kind <c>dispose</c>, and may be called again. Implementations inherit it unless something is written for them.
/// </summary>
internal sealed class WellKnownContractSource : IContractSource
{
    private static readonly MemberContract Disposes = new()
    {
        Receiver = new ElementContract
        {
            Effects = ImmutableArray.Create(new RefEffect { Kind = RefEffect.DisposeKind, Idempotent = true }),
            IsAssumed = true,
        },
    };

    public MemberContract? Read(ISymbol symbol) =>
        symbol is IMethodSymbol { ContainingType: { TypeKind: TypeKind.Interface } type, Parameters.IsEmpty: true, Name: var name }
        && (name, type.Name) is ("Dispose", "IDisposable") or ("DisposeAsync", "IAsyncDisposable")
        && type is { Arity: 0, ContainingType: null, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
            ? Disposes
            : null;
}
