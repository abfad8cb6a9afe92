using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>Owned collections: what goes in is theirs, what comes out is ours, and what is only looked at is lent.</summary>
internal sealed partial class Evaluator
{
    private Resource? CollectionOf(Value? value) =>
        value is not null && _state.ResourceOf(value) is { Provenance: Provenance.OwnedCollection, Escaped: false } resource ? resource : null;

    /// <summary>What a call of a member without contract does to the elements of an owned collection.</summary>
    /// <returns>Whether that is known, so that the arguments go nowhere else.</returns>
    private bool UseCollection(Call call, Value result, Value answer)
    {
        if (CollectionOf(call.Receiver) is not { } collection || call.Member is not IMethodSymbol method || !call.Contract.Receiver.IsNone)
        {
            return false;
        }

        Value receiver = call.Receiver!;
        switch (CollectionMember.UseOf(method))
        {
            case CollectionUse.Looks:
                LendElements(call, receiver, result);
                break;
            case CollectionUse.Adds:
                if (!IsBool(answer) || Fork(answer, RefCondition.True))
                {
                    AddElements(call, receiver);
                }

                break;
            case CollectionUse.AddsMany:
                Fill(receiver);
                return false;
            case CollectionUse.TakesOut:
                HandOut(call, receiver, result, answer);
                break;
            case CollectionUse.Removes:
                Remove(call, receiver, answer);
                break;
            case CollectionUse.Clears:
                Drop(call.Operation, receiver, collection);
                break;
            default:
                _state = _state.WithResource(receiver, collection with { Guarded = true });
                return false;
        }

        return true;
    }

    private static bool IsBool(Value answer) => answer is OpaqueValue { Type.SpecialType: SpecialType.System_Boolean };

    private string ElementKind(Value collection) => _context.CollectionKinds.TryGetValue(collection.Id, out string? kind) ? kind : RefEffect.DefaultKind;

    private void AddElements(Call call, Value collection)
    {
        foreach (CallArgument argument in call.Arguments)
        {
            AddElement(collection, argument.Value, call.Operation);
        }
    }

    private void AddElement(Value collection, Value value, IOperation cause)
    {
        if (_dead || CollectionOf(collection) is null)
        {
            return;
        }

        Fill(collection);
        TestAnswers(value);
        if (IsEmpty(value) || value is not OpaqueValue { Type: { } type } || ResourceFor(value) is not { Escaped: false } resource)
        {
            return;
        }

        if (resource is { SlotKind: not null, Lender: > 0 })
        {
            // From one collection to another: which of them has it in the end shows later.
            ReleaseElement(value, resource);
            Escape(value);
            return;
        }

        string kind = ElementKind(collection);
        Holding holding = resource.HoldingOf(kind);
        if (holding.Max > 0)
        {
            Resource stored = resource.With(holding.Less());
            _state = _state.WithResource(value, stored.MayBeHeld
                ? stored with { Released = true }
                : stored with { Released = true, SlotKind = kind, Lender = collection.Id, Guarded = false });
        }
        else if (LacksReference(resource) && resource.UnbackedStore == 0 && OwnedElements.CanRelease(type, kind, _context.Contracts))
        {
            Site site = _context.Sites.Of((cause, "store"), cause.Syntax);
            site.Source = _context.SiteOf(collection)!.Source;
            site.RefKind = kind;
            site.IsPublication = IsShared(_context.ThisValue, site.Source!, cause);
            _state = _state.WithResource(value, resource with { UnbackedStore = site.Id });
        }
        else
        {
            Escape(value);
        }
    }

    private void Fill(Value collection)
    {
        if (CollectionOf(collection) is { } resource)
        {
            _state = _state.WithResource(collection, resource with { SlotKind = ElementKind(collection), Guarded = false });
        }
    }

    /// <summary>Elements that are looked at belong to the collection until it gives them up.</summary>
    private void LendElements(Call call, Value collection, Value result)
    {
        if (call.Member.Name == "GetEnumerator")
        {
            _state = _state.WithName(EnumeratorName(result), collection);
            return;
        }

        Lend(result, collection);
        foreach (CallArgument argument in call.Arguments)
        {
            if (argument.Parameter?.RefKind == RefKind.Out && argument.Operation is not IDiscardOperation)
            {
                Lend(Current(argument), collection);
            }
        }
    }

    private void Lend(Value element, Value collection)
    {
        if (element is OpaqueValue { Type: { IsReferenceType: true } or { SpecialType: SpecialType.System_IntPtr } } && _state.ResourceOf(element) is null)
        {
            _state = _state.WithResource(element, new Resource { Provenance = Provenance.OwnedSlot, SlotKind = ElementKind(collection), Lender = collection.Id });
        }
    }

    private void LendRead(IPropertyReferenceOperation property, Value receiver, Value value)
    {
        if (property.Arguments.Length == 1 && CollectionOf(receiver) is not null)
        {
            Lend(value, receiver);
        }
        else if (CollectionOf(receiver) is { } collection && property.Type is { } type && CallTarget.IsSequence(type))
        {
            // Whoever goes over the keys may reach every element.
            _state = _state.WithResource(receiver, collection with { Guarded = true });
        }
        else
        {
            ReadCurrent(property, receiver, value);
        }
    }

    private void HandOut(Call call, Value collection, Value result, Value answer)
    {
        bool isAnswered = IsBool(answer);
        if (isAnswered && !Fork(answer, RefCondition.True))
        {
            // There was none to take: an answer of a queue or a stack means that it is empty.
            if (call.Arguments.Length == 1 && CollectionOf(collection) is { } empty)
            {
                _state = _state.WithResource(collection, empty with { SlotKind = null });
            }

            return;
        }

        if (_dead)
        {
            return;
        }

        bool isCertain = CollectionOf(collection) is { SlotKind: not null };
        foreach (CallArgument argument in call.Arguments)
        {
            if (argument.Parameter?.RefKind == RefKind.Out)
            {
                TakeElement(call, argument.Operation is IDiscardOperation ? Fresh((argument.Operation, "out"), argument.Operation.Syntax, argument.Parameter.Type) : Current(argument), collection, isCertain);
            }
        }

        if (!isAnswered)
        {
            TakeElement(call, result, collection, isCertain);
        }
    }

    private void TakeElement(Call call, Value element, Value collection, bool isCertain)
    {
        if (!isCertain || element is not OpaqueValue || _state.ResourceOf(element) is { Escaped: true })
        {
            Escape(element);
            return;
        }

        string kind = ElementKind(collection);
        Site site = SiteOf(call);
        Resource known = _state.ResourceOf(element) ?? new Resource();
        Holding holding = known.HoldingOf(kind).More() with { Site = site.Id };
        _state = _state.WithResource(element, known.With(holding) with { Provenance = Provenance.Owned, SlotKind = null, Released = false, Lender = 0 });
        _state = _state.WithStep(new Step(StepKind.Acquired, call.Place, element.Id, call.Member, kind));
    }

    /// <summary>Of what is taken out by its name we have the reference, unless it was given up before.</summary>
    private void Remove(Call call, Value collection, Value answer)
    {
        Value element = call.Arguments[0].Value;
        if (IsBool(answer) && !Fork(answer, RefCondition.True))
        {
            return;
        }

        if (_dead || element is not OpaqueValue || ResourceFor(element) is not { Escaped: false, Released: false } resource)
        {
            return;
        }

        if (resource.SlotKind is not null && resource.Lender == collection.Id)
        {
            _state = _state.WithResource(element, resource with { SlotKind = null });
        }

        TakeElement(call, element, collection, isCertain: CollectionOf(collection) is { SlotKind: not null } && resource.Provenance != Provenance.HelperArgument);
    }

    private void Drop(IOperation cause, Value collection, Resource resource)
    {
        if (resource.SlotKind is { } kind && !resource.Guarded && !HoldsElementsByName(collection))
        {
            FindingKind found = _context.IsOwnRelease ? FindingKind.OwnedNotReleased : FindingKind.Leak;
            Report(new Finding(found, cause.Syntax, collection, resource, kind, _state)
            {
                Member = _context.SiteOf(collection)!.Source,
                Shape = LeakShape.Overwrite,
                Exits = { cause.Syntax },
            });
        }

        _state = _state.WithResource(collection, resource with { SlotKind = null, Guarded = true });
    }

    // What has a name of its own may be all that there was.
    private bool HoldsElementsByName(Value collection)
    {
        for (int i = 0; i < _state.Facts.Count; i++)
        {
            if (_state.Facts.ValueAt(i).Resource is { Escaped: false, SlotKind: not null, Provenance: not Provenance.OwnedCollection } resource
                && resource.Lender == collection.Id && IsNamed(Values[_state.Facts.KeyAt(i)]))
            {
                return true;
            }
        }

        return false;
    }
}
