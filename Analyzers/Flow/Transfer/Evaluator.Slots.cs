using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>Owned fields and properties: a store moves a reference in, and what the slot held before goes elsewhere or is lost.</summary>
internal sealed partial class Evaluator
{
    private void StoreOwned(ISymbol member, Value receiver, Value value, IOperation cause)
    {
        ElementContract contract = _context.Contracts.Of(member).Return;
        int id = _context.Names.IdOf(Name.Member(member, ReceiverId(receiver, member)));
        Value? old = _state.Names.Find(id);
        if (old == value)
        {
            return;
        }

        MoveIn(contract, value, member, IsShared(receiver, member, cause), cause);
        _state = _state.WithName(id, value);
        bool isKnown = contract.OwnedWhenMember is null || ConditionalOwner.FlagOf(member, _context) is not null;
        if (old is not null && isKnown && OwnedSlots.IsPlace(member))
        {
            MoveOut(old, member, cause);
        }
        else if (old is not null && isKnown)
        {
            CheckLost(old, LeakShape.Overwrite, cause.Syntax);
        }
    }

    /// <summary>Our reference goes into the slot. An object without one may only be there if the slot gets one of its own.</summary>
    private void MoveIn(ElementContract contract, Value value, ISymbol member, bool isShared, IOperation cause)
    {
        if (IsEmpty(value) || contract.OwnedWhenMember is not null || OwnsElements(contract, member))
        {
            StoreUncounted(contract, value, member);
            return;
        }

        if (ResourceFor(value) is not { Escaped: false } resource)
        {
            return;
        }

        Holding holding = resource.HoldingOf(contract.OwnedKind);
        if (holding.Max > 0)
        {
            _state = _state.WithResource(value, resource.With(holding.Less()) with { SlotKind = contract.OwnedKind, Released = true, Guarded = false });
            return;
        }

        if (resource.IsDead)
        {
            Report(new Finding(FindingKind.UseAfterRelease, StoredExpression(cause), value, resource, contract.OwnedKind, _state));
        }
        else if (LacksReference(resource))
        {
            Site site = _context.Sites.Of((cause, "store"), cause.Syntax);
            site.Source = member;
            site.RefKind = contract.OwnedKind;
            site.IsPublication = isShared;
            _state = _state.WithResource(value, resource with { UnbackedStore = site.Id });
            return;
        }

        _state = _state.WithResource(value, resource.Escape());
    }

    /// <summary>What is stored under a condition, or owns nothing itself: what it is worth shows later.</summary>
    private void StoreUncounted(ElementContract contract, Value value, ISymbol member)
    {
        if (value is not OpaqueValue)
        {
            return;
        }

        if (OwnsElements(contract, member) && ResourceFor(value) is { Escaped: false, Provenance: Provenance.Created } created)
        {
            _context.CollectionKinds[value.Id] = contract.OwnedKind;
            _state = _state.WithResource(value, created with { Provenance = Provenance.OwnedCollection, Guarded = true });
        }
        else if (!IsEmpty(value) && _state.ResourceOf(value) is not { Provenance: Provenance.OwnedCollection })
        {
            Escape(value);
        }
    }

    private bool OwnsElements(ElementContract contract, ISymbol member) =>
        (member is IFieldSymbol field ? field.Type : (member as IPropertySymbol)?.Type) is { } type
        && OwnedElements.TypeIn(type, contract.OwnedKind, _context.Contracts) is not null;

    /// <summary>
    /// The slot does not name the object any more. Whoever still names it has the reference now; where nobody does, it is
    /// lost, if the slot can have held one.
    /// </summary>
    private void MoveOut(Value old, ISymbol member, IOperation cause)
    {
        if (_state.ResourceOf(old) is not { Escaped: false } resource)
        {
            return;
        }

        bool isNamed = IsNamed(old);
        if (resource.UnbackedStore != 0 || resource.Dangles)
        {
            // Where it went to another slot, that one has what this one had.
            _state = _state.WithResource(old, resource with { UnbackedStore = 0, Dangles = false });
            return;
        }

        if (resource.SlotKind is not { } kind)
        {
            CheckLost(old, LeakShape.Overwrite, cause.Syntax);
            return;
        }

        if (IsEmpty(old))
        {
            return;
        }

        if (!IsCertainlyFull(old, resource) || (!isNamed && IsMadeFrom(old, cause)))
        {
            _state = _state.WithResource(old, resource.Escape());
        }
        else if (!isNamed)
        {
            ReportLost(old, resource, kind, member, cause.Syntax);
        }
        else if (resource.Provenance != Provenance.OwnedCollection)
        {
            TakeOut(old, resource, kind, member, cause);
        }
    }

    /// <summary>The reference that the slot held is ours from here on.</summary>
    private void TakeOut(Value value, Resource resource, string kind, ISymbol member, IOperation cause)
    {
        Site site = _context.Sites.Of((cause, "taken"), cause.Syntax);
        site.Source = member;
        site.At(_context, _block);
        _state = _state.WithResource(value, resource.With(resource.HoldingOf(kind).More() with { Site = site.Id }) with
        {
            Provenance = Provenance.Owned,
            SlotKind = null,
            Guarded = false,
            Released = false,
        });
        _state = _state.WithStep(new Step(StepKind.Acquired, cause.Syntax, value.Id, member, kind));
    }

    private void ReportLost(Value value, Resource resource, string kind, ISymbol member, SyntaxNode place)
    {
        FindingKind found = _context.IsOwnRelease ? FindingKind.OwnedNotReleased : FindingKind.Leak;
        Report(new Finding(found, place, value, resource, kind, _state) { Member = member, Shape = LeakShape.Overwrite, Exits = { place } });
        _state = _state.WithResource(value, resource.Escape());
    }

    // On entry a slot may be full or null: what is not known to be null is full on some path, unless the path has asked.
    private bool IsCertainlyFull(Value value, Resource resource) =>
        !resource.Guarded || (_state.FactsOf(value).Nullness == Nullness.NotNull && resource.Provenance != Provenance.OwnedCollection);

    private bool IsEmpty(Value value) =>
        value is ConstantValue || _state.FactsOf(value) is { Nullness: Nullness.Null } or { Range: { Min: 0, Max: 0 } } || IsDefault(value);

    // Of a struct, what an empty slot of its type holds.
    private bool IsDefault(Value value) => _context.SiteOf(value)?.Place is DefaultExpressionSyntax or LiteralExpressionSyntax;

    /// <summary>Certainly no reference of ours is behind it. What is created may have one that its constructor does not speak of.</summary>
    private static bool LacksReference(Resource resource) => resource.CountsForCaller || resource.Provenance
        is Provenance.Lent or Provenance.Borrowed or Provenance.BorrowedSlot or Provenance.Uncounted or Provenance.OwnedSlot or Provenance.Created;

    /// <summary>
    /// Others can see what is stored: not in an object that is being built. Nor does it matter under a lock what comes
    /// first, as long as both come.
    /// </summary>
    private bool IsShared(Value receiver, ISymbol member, IOperation cause)
    {
        if (cause.Syntax.FirstAncestorOrSelf<LockStatementSyntax>() is not null)
        {
            return false;
        }

        if (member.IsStatic)
        {
            return _context.Method.MethodKind != MethodKind.StaticConstructor;
        }

        return receiver == _context.ThisValue
            ? _context.Method is { MethodKind: not MethodKind.Constructor, IsInitOnly: false }
            : _context.SiteOf(receiver)?.Provenance is not (Provenance.Created or Provenance.Owned);
    }

    // `_list = _list.Add(x)`: what the member made of the old object may be the old object.
    private bool IsMadeFrom(Value old, IOperation cause)
    {
        if (cause is not ISimpleAssignmentOperation assignment || assignment.Target is not IMemberReferenceOperation target)
        {
            return false;
        }

        foreach (IOperation part in assignment.Value.DescendantsAndSelf())
        {
            if (part is IMemberReferenceOperation source && SymbolEqualityComparer.Default.Equals(source.Member, target.Member))
            {
                return _state.Names.Find(_context.Names.IdOf(Name.Member(target.Member, ReceiverId(_context.ThisValue, target.Member)))) is not { } now
                    || _state.ResourceOf(now) is not { SlotKind: not null };
            }
        }

        return false;
    }

    private ISymbol? NamingSlot(Value value)
    {
        for (int i = 0; i < _state.Names.Count; i++)
        {
            if (_state.Names.ValueAt(i) == value
                && _context.Names[_state.Names.KeyAt(i)].Symbol is (IFieldSymbol or IPropertySymbol) and { } member
                && _context.Contracts.Of(member).Return.Origin == RefOrigin.Owned)
            {
                return member;
            }
        }

        return null;
    }

    private static SyntaxNode StoredExpression(IOperation cause) =>
        cause.Syntax is AssignmentExpressionSyntax assignment ? assignment.Right : cause.Syntax;
}
