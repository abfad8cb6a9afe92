using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary><c>Interlocked.Exchange</c> and <c>CompareExchange</c>: one object moves out of a place, another one in.</summary>
internal sealed partial class Evaluator
{
    /// <summary>What the place held moves out, with the reference that an <c>[OwnedRef]</c> slot held for it.</summary>
    private Value Exchange(CallArgument place, Value value, IInvocationOperation invocation)
    {
        Value old = place.Value;
        Resource? resource = _state.ResourceOf(old);
        bool isSlot = resource is { SlotKind: not null, Escaped: false, Provenance: not Provenance.OwnedCollection };
        if (isSlot)
        {
            _state = _state.WithResource(old, resource! with { SlotKind = null });
        }
        else if (resource is { Provenance: Provenance.OwnedCollection })
        {
            // The elements go with their collection.
            Escape(old);
        }

        Assign(place.Operation, value, invocation);
        if (isSlot)
        {
            // What the slot held is ours now.
            string kind = resource!.SlotKind!;
            Site site = _context.Sites.Of((invocation, "acquire"), invocation.Syntax);
            site.Source = invocation.TargetMethod;
            site.At(_context, _block);
            _state = _state.WithResource(old, resource.With(resource.HoldingOf(kind).More() with { Site = site.Id }) with
            {
                Provenance = Provenance.Owned,
                SlotKind = null,
                Guarded = false,
            });
            _state = _state.WithStep(new Step(StepKind.Acquired, invocation.Syntax, old.Id, invocation.TargetMethod, kind));
        }

        return old;
    }

    /// <summary>The exchange happens where the place holds what is expected there; in between another thread may have been there.</summary>
    private Value CompareExchange(CallArgument place, Value value, Value expected, IInvocationOperation invocation)
    {
        Value old = place.Value;
        if (expected.IsNull)
        {
            if (Fork(old, RefCondition.Null))
            {
                Assign(place.Operation, value, invocation);
                return Values.Null;
            }

            if (!IsOwnedPlace(place.Operation))
            {
                // Where nobody says who owns what is there, nobody says either that what did not go in was not wanted.
                Escape(value);
            }

            return old;
        }

        if (expected == old && _choices.Take())
        {
            return Exchange(place, value, invocation);
        }

        Escape(old);
        Value found = Fresh(invocation);
        Value same = Conditions.Equal(_state, found, expected);
        if (expected != old)
        {
            // Whether it went in is not known.
            Escape(value);
            Escape(expected);
        }
        else if (Conditions.Assume(_state, same, false) is { } lost)
        {
            _state = lost;
        }

        return found;
    }

    private bool IsOwnedPlace(IOperation place) =>
        place is IMemberReferenceOperation { Member: var member } && _context.Contracts.Of(member).Return.Origin == RefOrigin.Owned;
}
