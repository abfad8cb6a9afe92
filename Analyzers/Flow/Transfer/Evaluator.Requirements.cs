using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>What a call requires of an object: that it is alive, that something holds it, or that this body does.</summary>
internal sealed partial class Evaluator
{
    // Who lends what was borrowed from whom: longer chains than this are not worth following.
    private const int MaxLenders = 8;

    /// <summary>What is wrong with a use, and the object that is to blame: the one at the end of what was borrowed from whom.</summary>
    private readonly record struct Misuse(FindingKind Kind, Value Subject, Resource Resource);

    private Misuse? Judge(Value value, ElementContract contract)
    {
        if (_state.ResourceOf(value) is { } known && (known.IsDead || IsLenderDead(known)))
        {
            return new Misuse(FindingKind.UseAfterRelease, value, known);
        }

        return contract.Requires ? FindUnheld(value, contract.RequiredKind, contract.RequiresHeld) ?? FindUnheldElement(value, contract) : null;
    }

    /// <summary>Follows the object to whom it was borrowed from, until one is held, or until it is certain that none is.</summary>
    /// <param name="value">The object.</param>
    /// <param name="kind">The kind of reference that is required; <see langword="null"/>: any.</param>
    /// <param name="here">Whether the body itself must hold it; otherwise a lent object will do.</param>
    private Misuse? FindUnheld(Value value, string? kind, bool here)
    {
        for (int depth = 0; depth < MaxLenders && value is OpaqueValue; depth++)
        {
            Site site = _context.SiteOf(value)!;
            Resource resource = _state.ResourceOf(value) ?? new Resource { Provenance = site.Provenance };
            if (resource.Escaped || resource.Keeper != 0 || MayHold(resource, kind) || (!here && depth > 0 && resource.MayBeHeld))
            {
                return null;
            }

            if (resource.Lender > 0)
            {
                value = Values[resource.Lender];
                continue;
            }

            if (!here && FindUnheldAmong(value, site) is { } unheld)
            {
                return unheld;
            }

            bool isElement = here && resource.Provenance == Provenance.Foreign && site is { Source: null, Container: >= 0 };
            if (isElement ? !IsLentArray(Values[site.Container]) : !IsCertainlyUnheld(site, resource, kind, here))
            {
                return null;
            }

            bool wasHeld = resource is { Provenance: Provenance.Uncounted, Released: true } && !here;
            return new Misuse(wasHeld ? FindingKind.UseAfterRelease : FindingKind.MissingReference, value, resource);
        }

        return null;
    }

    private static bool MayHold(Resource resource, string? kind) => kind is null
        ? resource.MayBeHeld || resource.SlotKind is not null
        : resource.HoldingOf(kind).Max > 0 || resource.SlotKind == kind;

    /// <summary>Whether nobody can hold the object who is not in sight: on one that this body does not hold.</summary>
    private bool IsCertainlyUnheld(Site site, Resource resource, string? kind, bool here) => resource.Provenance switch
    {
        Provenance.Uncounted => true,

        // It came with a reference of ours, and with none of the kind that is asked for.
        Provenance.Owned => kind is not null,

        // The callers of a private body may hold it; those of a public one are told nothing of that.
        Provenance.Lent => here && BodyShape.IsPublic(_context.Owner) && !IsHeldByContract(site),

        // Of what nothing is said, somebody may have counted it for this body.
        _ => false,
    };

    /// <summary>The elements of an array that was lent to a public body are lent with it.</summary>
    private bool IsLentArray(Value array) =>
        _state.ResourceOf(array) is not { Escaped: true } && _context.SiteOf(array) is { Provenance: Provenance.Lent } site
        && array is OpaqueValue { Type.TypeKind: TypeKind.Array }
        && BodyShape.IsPublic(_context.Method) && !IsHeldByContract(site);

    /// <summary>Whether the contract of the body hands the requirement on to its callers.</summary>
    private bool IsHeldByContract(Site site)
    {
        MemberContract contract = _context.Contracts.Of(_context.Owner);
        return site.Source is IParameterSymbol parameter ? contract.Parameter(parameter.Ordinal).RequiresHeld : contract.Receiver.RequiresHeld;
    }
}
