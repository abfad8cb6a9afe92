using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Summaries;

/// <summary>
/// Compares what a body was seen to do to the objects that come in with what its contract says. What it does wrong with a
/// parameter that it must give up, or that was only lent to it, is a leak or a surplus release and has been found as such.
/// </summary>
internal sealed class ContractVerification
{
    private readonly BodyContext _body;
    private readonly MemberContract _contract;

    private ContractVerification(BodyContext body, MemberContract contract)
    {
        _body = body;
        _contract = contract;
    }

    /// <summary>Adds what the body does not do as promised to its findings.</summary>
    public static void Verify(BodyContext body)
    {
        MemberContract contract = body.Contracts.Of(body.Method);
        if (!contract.SaysSomething || contract.IsTrusted || BodyShape.IsPrimitive(body))
        {
            return;
        }

        var verification = new ContractVerification(body, contract);
        var handedOut = new HandOutVerification(body, contract);
        foreach (BodyExit exit in body.Exits)
        {
            if (!exit.State.Uncertain)
            {
                verification.VerifyExit(exit);
                handedOut.VerifyExit(exit);
            }
        }
    }

    private void VerifyExit(BodyExit exit)
    {
        foreach (IParameterSymbol parameter in _body.Method.Parameters)
        {
            Value value = _body.EntryValueOf(parameter);
            if (parameter.RefKind is not (RefKind.Ref or RefKind.Out) && _body.SiteOf(value)!.Provenance == Provenance.HelperArgument)
            {
                VerifyCount(exit, value, _contract.Parameter(parameter.Ordinal), parameter.Name, isCounted: true);
            }
        }

        if (_body.Method is { IsStatic: false, MethodKind: not (MethodKind.Constructor or MethodKind.Destructor) })
        {
            // How a body counts its own object is seen only where it says which field counts, or leaves it to members that say so.
            VerifyCount(exit, _body.ThisValue, _contract.Receiver, "this", isCounted: false);
        }
    }

    private void VerifyCount(BodyExit exit, Value value, ElementContract element, string name, bool isCounted)
    {
        if (exit.State.FactsOf(value).Nullness == Nullness.Null)
        {
            return;
        }

        Resource? resource = exit.State.ResourceOf(value);
        if (resource?.Unchecked(null) is not null)
        {
            // The answer that nobody asked for is the mistake; the promise breaks with it.
            return;
        }

        var kinds = new SortedSet<string>(StringComparer.Ordinal);
        Promise.AddKinds(element, kinds);
        foreach (Holding holding in resource?.Holdings ?? ImmutableArray<Holding>.Empty)
        {
            kinds.Add(holding.Kind);
        }

        foreach (string kind in kinds)
        {
            int given = isCounted ? GivenOf(element, kind) : 0;
            if (Promise.At(element, kind, exit, null, _body) is not { } promised
                || CountChange.Of(exit.State, value, kind, given) is not { } done
                || (done is { Min: 0, Max: 0 } && !isCounted && !MustCount(kind))
                || (done.Max >= promised.Min && done.Min <= promised.Max))
            {
                continue;
            }

            var broken = new BrokenPromise(PromiseKind.Count, promised.Max < done.Min ? promised.Max : promised.Min, done.Min, name);
            _body.Findings.Add(new Finding(FindingKind.ContractNotHonoured, PlaceOf(exit), value, resource ?? new Resource(), kind, exit.State)
            {
                Member = _body.Method,
                Broken = broken,
            });
        }
    }

    // Dispose may find that it has been called before.
    private bool MustCount(string kind) => BodyShape.HasCounter(_body, kind) && _body.Method.Name is not ("Dispose" or "DisposeAsync");

    private SyntaxNode PlaceOf(BodyExit exit) => exit.Place ?? _body.Graph.OriginalOperation.Syntax;

    // The references with which the body starts.
    private static int GivenOf(ElementContract element, string kind)
    {
        int given = 0;
        foreach (RefEffect effect in element.Effects)
        {
            if (!effect.Acquires && effect.Kind == kind && effect.Member is null)
            {
                given++;
            }
        }

        return given;
    }
}
