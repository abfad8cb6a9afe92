using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>
/// Loops over owned collections. A loop that gives up every element leaves nothing that the collection could lose. As
/// long as that may become true, the enumerator knows its collection under a name of its own.
/// </summary>
internal sealed partial class Evaluator
{
    private int EnumeratorName(Value enumerator) => _context.Names.IdOf(new Name(null, enumerator.Id, Name.Enumerated, default));

    /// <summary>The next element: if the last one was left as it was, the loop does not empty the collection.</summary>
    private void MoveNext(Value enumerator)
    {
        int name = EnumeratorName(enumerator);
        if (_state.Names.Find(name) is { } collection && CollectionOf(collection) is { } resource)
        {
            if (ElementIsLeft(enumerator))
            {
                _state = _state.WithoutName(name).WithResource(collection, resource with { SlotKind = ElementKind(collection) });
            }
            else
            {
                // If there is no next one, this is how the collection is left behind.
                _state = _state.WithResource(collection, resource with { SlotKind = null });
            }
        }

        DropMembers(enumerator, except: name);
    }

    private bool ElementIsLeft(Value enumerator)
    {
        for (int i = 0; i < _state.Names.Count; i++)
        {
            Name name = _context.Names[_state.Names.KeyAt(i)];
            if (name.Receiver == enumerator.Id && name.Symbol is { Name: "Current" })
            {
                return _state.ResourceOf(_state.Names.ValueAt(i)) is { Escaped: false, SlotKind: not null };
            }
        }

        return false;
    }

    /// <summary>There is an element, so that the collection is not empty.</summary>
    private void ReadCurrent(IPropertyReferenceOperation property, Value enumerator, Value element)
    {
        if (property.Property.Name == "Current" && _state.Names.Find(EnumeratorName(enumerator)) is { } collection && CollectionOf(collection) is { } resource)
        {
            _state = _state.WithResource(collection, resource with { SlotKind = ElementKind(collection) });
            if (_state.ResourceOf(element) is null && element is OpaqueValue)
            {
                _state = _state.WithResource(element, new Resource { Provenance = Provenance.OwnedSlot, SlotKind = ElementKind(collection), Lender = collection.Id });
            }
        }
    }

    /// <summary>What is read through an element that is not counted itself, a pair for example, is what is owned.</summary>
    private void ReadThroughElement(Value whole, Value part)
    {
        if (_state.ResourceOf(whole) is { Provenance: Provenance.OwnedSlot, SlotKind: { } kind, Escaped: false, Lender: > 0 } element
            && part is OpaqueValue { Type: { } type } && _state.ResourceOf(part) is null
            && whole is OpaqueValue { Type: { } wholeType }
            && !OwnedElements.CanRelease(wholeType, kind, _context.Contracts) && OwnedElements.CanRelease(type, kind, _context.Contracts))
        {
            _state = _state.WithResource(part, element with { });
        }
    }

    /// <summary>An element is given up outside of a loop over all: how many are left cannot be told.</summary>
    private void ReleaseElement(Value element, Resource resource)
    {
        if (resource.Lender > 0 && CollectionOf(Values[resource.Lender]) is { } collection && !IsBeingEnumerated(Values[resource.Lender]))
        {
            _state = _state.WithResource(Values[resource.Lender], collection with { Guarded = true });
        }

        // A pair is given up with what is in it.
        for (int i = 0; i < _state.Names.Count; i++)
        {
            Name name = _context.Names[_state.Names.KeyAt(i)];
            if (_state.Names.ValueAt(i) == element && name.Receiver >= 0 && _state.ResourceOf(Values[name.Receiver]) is { SlotKind: not null, Lender: > 0, Escaped: false } whole)
            {
                _state = _state.WithResource(Values[name.Receiver], whole.Escape());
            }
        }
    }

    private bool IsBeingEnumerated(Value collection)
    {
        for (int i = 0; i < _state.Names.Count; i++)
        {
            if (_state.Names.ValueAt(i) == collection && _context.Names[_state.Names.KeyAt(i)].Index == Name.Enumerated)
            {
                return true;
            }
        }

        return false;
    }
}
