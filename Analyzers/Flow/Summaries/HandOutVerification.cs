using System;
using System.Collections.Generic;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Summaries;

/// <summary>Compares what a body returns, and puts into <c>out</c> parameters, with what its contract says of it.</summary>
internal sealed class HandOutVerification
{
    private readonly BodyContext _body;
    private readonly MemberContract _contract;

    public HandOutVerification(BodyContext body, MemberContract contract)
    {
        _body = body;
        _contract = contract;
    }

    public void VerifyExit(BodyExit exit)
    {
        if (exit.IsThrown)
        {
            return;
        }

        if (exit.Returned is { } returned)
        {
            Verify(exit, returned, _contract.Return, exit.ReturnPlace ?? PlaceOf(exit), "return");
        }

        foreach (IParameterSymbol parameter in _body.Method.Parameters)
        {
            if (parameter.RefKind == RefKind.Out && exit.State.Names.Find(_body.Names.IdOf(Name.Of(parameter))) is { } value)
            {
                Verify(exit, value, _contract.Parameter(parameter.Ordinal), PlaceOf(exit), parameter.Name);
            }
        }
    }

    private void Verify(BodyExit exit, Value value, ElementContract element, SyntaxNode place, string name)
    {
        if (element.IsNone || value is not OpaqueValue || exit.State.FactsOf(value).Nullness == Nullness.Null)
        {
            return;
        }

        Resource resource = exit.State.ResourceOf(value) ?? new Resource { Provenance = _body.SiteOf(value)!.Provenance };
        if (resource.Escaped || resource.CountedInLoop || resource.IsBatch || value == _body.ThisValue)
        {
            return;
        }

        VerifyAlias(exit, value, resource, element, place);
        VerifyCounts(exit, value, resource, element, place, name);
    }

    private void VerifyAlias(BodyExit exit, Value value, Resource resource, ElementContract element, SyntaxNode place)
    {
        if (element.AliasOf is { } source && resource.Provenance is Provenance.Owned or Provenance.Created)
        {
            Report(exit, value, resource, RefEffect.DefaultKind, place, new BrokenPromise(PromiseKind.OtherObject, 0, 0, source));
        }
    }

    private void VerifyCounts(BodyExit exit, Value value, Resource resource, ElementContract element, SyntaxNode place, string name)
    {
        var kinds = new SortedSet<string>(StringComparer.Ordinal);
        Promise.AddKinds(element, kinds);
        if (kinds.Count == 0 && element.Origin is not (RefOrigin.Borrowed or RefOrigin.Uncounted))
        {
            return;
        }

        foreach (Holding holding in resource.Holdings)
        {
            kinds.Add(holding.Kind);
        }

        foreach (string kind in kinds)
        {
            if (Promise.At(element, kind, exit, value, _body) is not { IsExact: true } promised)
            {
                continue;
            }

            Holding holding = resource.HoldingOf(kind);
            if (holding.Max < promised.Min && IsKnownToLack(resource, kind))
            {
                Report(exit, value, resource, kind, place, new BrokenPromise(PromiseKind.HandedOutUnowned, promised.Min, holding.Max, name));
            }
            else if (holding.Min > promised.Max && resource.Provenance is not (Provenance.HelperArgument or Provenance.Foreign))
            {
                ReportSurplus(exit, value, resource, kind, holding, promised.Max, place, name);
            }
        }
    }

    /// <summary>Where the object came from says that no reference came with it; of others somebody else may know more.</summary>
    private static bool IsKnownToLack(Resource resource, string kind) => resource.Provenance switch
    {
        Provenance.Lent or Provenance.HelperArgument or Provenance.Uncounted or Provenance.Borrowed or Provenance.BorrowedSlot => true,
        Provenance.OwnedSlot => resource.SlotKind is not null,

        // Ours once, and now a slot's; or of another kind only.
        Provenance.Owned => resource.SlotKind == kind || (resource.IsHeld && !resource.Released),
        _ => false,
    };

    /// <summary>More than the caller is told of: one reference is lost with the return.</summary>
    private void ReportSurplus(BodyExit exit, Value value, Resource resource, string kind, Holding holding, int promised, SyntaxNode place, string name)
    {
        if (promised == 0)
        {
            Report(exit, value, resource, kind, place, new BrokenPromise(PromiseKind.HandedOutOwned, 0, holding.Min, name));
            return;
        }

        Site site = _body.Sites[holding.Site];
        _body.Findings.Add(new Finding(FindingKind.Leak, site.Place, value, resource, kind, exit.State)
        {
            Member = site.Source,
            Shape = LeakShape.Exit,
            Exits = { exit.Place },
        });
    }

    private void Report(BodyExit exit, Value value, Resource resource, string kind, SyntaxNode place, BrokenPromise broken) =>
        _body.Findings.Add(new Finding(FindingKind.ContractNotHonoured, place, value, resource, kind, exit.State) { Member = _body.Method, Broken = broken });

    private SyntaxNode PlaceOf(BodyExit exit) => exit.Place ?? _body.Graph.OriginalOperation.Syntax;
}
