using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.Summaries;
using Devmap.Analyzers.Options;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Inference;

/// <summary>
/// What methods without contract were seen to do: told once for each compilation, from the callees up to their callers.
/// Methods that call each other in a circle are not told. Safe for concurrent use: two threads that meet tell the same.
/// </summary>
internal sealed class InferredContracts
{
    private readonly ContractProvider _contracts;
    private readonly Compilation _compilation;
    private readonly OptionReader _options;
    private readonly InferencePolicy _policy;
    private readonly MethodBodies _bodies;
    private readonly CountedTypes _counted;
    private readonly ConcurrentDictionary<IMethodSymbol, MemberContract> _known = new(SymbolEqualityComparer.Default);

    public InferredContracts(Compilation compilation, ContractProvider contracts, OptionReader options)
    {
        _options = options;
        _compilation = compilation;
        _contracts = contracts;
        _counted = new CountedTypes(contracts);
        _policy = new InferencePolicy(compilation, contracts);
        _bodies = new MethodBodies(compilation, _policy);
    }

    /// <summary>The contract that the body of the method keeps; <see cref="MemberContract.None"/>: it was not told.</summary>
    public MemberContract Of(IMethodSymbol method, CancellationToken cancellation)
    {
        IMethodSymbol definition = Definition(method);
        if (_known.TryGetValue(definition, out MemberContract? known))
        {
            return known;
        }

        if (!_policy.Admits(definition))
        {
            return MemberContract.None;
        }

        new CallGraphWalk(this).Run(definition, cancellation);
        return _known[definition];
    }

    /// <summary>Whether a call may do something to a counted object though its method says nothing.</summary>
    public bool MayCount(IMethodSymbol method, CancellationToken cancellation) =>
        HandlesCountedTypes(method) && Of(method, cancellation).HasEffects;

    /// <summary>Whether counted objects go in or come out, by the types of the signature.</summary>
    public bool HandlesCountedTypes(IMethodSymbol method)
    {
        if (_counted.Mentions(method.ReturnType) || (!method.IsStatic && _counted.Mentions(method.ContainingType)))
        {
            return true;
        }

        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (_counted.Mentions(parameter.Type))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>One method for all its constructions and for its reduced form.</summary>
    public static IMethodSymbol Definition(IMethodSymbol method)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        return method.PartialDefinitionPart ?? method;
    }

    public bool IsKnown(IMethodSymbol definition) => _known.ContainsKey(definition);

    public MemberContract Known(IMethodSymbol definition) => _known.TryGetValue(definition, out MemberContract? known) ? known : MemberContract.None;

    public void GiveUp(IMethodSymbol definition) => _known.TryAdd(definition, MemberContract.None);

    /// <summary>The body of a method; <see langword="null"/> where there is none that is understood.</summary>
    public MethodBody? BodyOf(IMethodSymbol definition, CancellationToken cancellation)
    {
        try
        {
            return _bodies.Of(definition, cancellation);
        }
        catch (InsufficientExecutionStackException)
        {
            // Nested deeper than this thread can follow.
            return null;
        }
    }

    /// <summary>Tells a method whose callees have been told.</summary>
    public void Tell(IMethodSymbol definition, MethodBody body, CancellationToken cancellation)
    {
        MemberContract contract;
        try
        {
            contract = Tell(body, cancellation);
        }
        catch (InsufficientExecutionStackException)
        {
            contract = MemberContract.None;
        }

        _known.TryAdd(definition, contract);
    }

    private MemberContract Tell(MethodBody body, CancellationToken cancellation)
    {
        var callees = new ToldCallees(_contracts, this, body.Callees);
        var context = new BodyContext(body.Graph, body.Method, body.Nested, _contracts, callees, _compilation, cancellation) { RecordsThrows = true, Options = _options.Of(body.Graph.OriginalOperation.Syntax.SyntaxTree) };
        MemberContract contract = BodyAnalysis.Complete(context) ? BodySummary.Of(context) : MemberContract.None;
        return WithRequirements(contract, body, new EntryUses(body.Graph, _contracts, callees));
    }

    private static MemberContract WithRequirements(MemberContract contract, MethodBody body, EntryUses uses)
    {
        ImmutableArray<ElementContract> parameters = contract.Parameters;
        for (int i = 0; i < parameters.Length; i++)
        {
            if (!parameters[i].IsNone && body.Method.Parameters[i].RefKind is not (RefKind.Out or RefKind.Ref) && uses.Requires(body.Method.Parameters[i]))
            {
                parameters = parameters.SetItem(i, parameters[i] with { Requires = true });
            }
        }

        return parameters == contract.Parameters ? contract : contract with { Parameters = parameters };
    }
}
