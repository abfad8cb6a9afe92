using System.Collections.Generic;
using System.Threading;
using Devmap.Analyzers.Contracts;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Inference;

/// <summary>What a body that is analysed for its own sake may rely on: what is declared, and what is told on demand.</summary>
internal sealed class CalleeContracts : ICalleeContracts
{
    private readonly ContractProvider _declared;
    private readonly InferredContracts _inferred;

    public CalleeContracts(ContractProvider declared, InferredContracts inferred)
    {
        _declared = declared;
        _inferred = inferred;
    }

    public MemberContract Of(IMethodSymbol method, CancellationToken cancellation) =>
        _declared.Of(method) is { IsNone: false } declared ? declared : _inferred.Of(method, cancellation);
}

/// <summary>
/// What a body that is being told may rely on: what is declared, and the callees that were told before it. No others,
/// so that the result does not depend on what has been asked for first.
/// </summary>
internal sealed class ToldCallees : ICalleeContracts
{
    private readonly ContractProvider _declared;
    private readonly InferredContracts _inferred;
    private readonly HashSet<IMethodSymbol> _callees;

    public ToldCallees(ContractProvider declared, InferredContracts inferred, IEnumerable<IMethodSymbol> callees)
    {
        _declared = declared;
        _inferred = inferred;
        _callees = new HashSet<IMethodSymbol>(callees, SymbolEqualityComparer.Default);
    }

    public MemberContract Of(IMethodSymbol method, CancellationToken cancellation) =>
        _declared.Of(method) is { IsNone: false } declared ? declared
        : InferredContracts.Definition(method) is var definition && _callees.Contains(definition) ? _inferred.Known(definition)
        : MemberContract.None;
}
