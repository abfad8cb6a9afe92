using System.Collections.Generic;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>What happens to owned slots without a store: the path asks for the state of its object, calls its other members, or ends.</summary>
internal sealed partial class Evaluator
{
    /// <summary>
    /// A branch on the state of the object: whether its slots hold anything may follow from the answer. Asking a slot
    /// itself for null says something of that slot only, and <c>?.</c> steers no statements.
    /// </summary>
    public FlowState Guard(FlowState state, Value condition, IOperation asked)
    {
        if (_context.Slots.IsEmpty || asked is IIsNullOperation || !TellsOfSelf(condition))
        {
            return state;
        }

        FlowState result = state;
        foreach (int id in SlotNames(state))
        {
            if (state.Names.Find(id) is OpaqueValue value
                && state.ResourceOf(value) is { SlotKind: not null, Guarded: false, Escaped: false } resource
                && !IsNullTestOf(condition, value))
            {
                result = result.WithResource(value, resource with { Guarded = true });
            }
        }

        return result;
    }

    /// <summary>Another member of the object runs: what its slots hold afterwards is not known here.</summary>
    private void ForgetSlots(IOperation cause)
    {
        foreach (int id in SlotNames(_state))
        {
            if (_state.Names.Find(id) is not { } old)
            {
                continue;
            }

            if (_state.ResourceOf(old) is { Escaped: false } resource)
            {
                _state = _state.WithResource(old, resource.IsHeld ? resource with { SlotKind = null, UnbackedStore = 0, Dangles = false } : resource.Escape());
            }

            ISymbol slot = _context.Names[id].Symbol!;
            Value value = Fresh((cause, id), cause.Syntax, OwnedSlots.TypeOf(slot), Provenance.Foreign, slot);
            _state = _state.WithName(id, value).WithResource(value, new Resource().Escape());
        }
    }

    /// <summary><c>this = value</c> in a struct replaces every slot at once.</summary>
    private void AssignSelf(Value value, IOperation cause)
    {
        if (!IsEmpty(value))
        {
            Escape(value);
            ForgetSlots(cause);
            return;
        }

        foreach (ISymbol slot in _context.Slots)
        {
            if (!slot.IsStatic)
            {
                StoreOwned(slot, _context.ThisValue, Values.Null, cause);
            }
        }
    }

    private void ForgetSlots(Call call)
    {
        if (_context.Slots.IsEmpty || call.Member is not IMethodSymbol method || method.MethodKind is MethodKind.PropertyGet)
        {
            return;
        }

        if (call.Receiver == _context.ThisValue && MayReachSlots(method))
        {
            ForgetSlots(call.Operation);
            return;
        }

        foreach (CallArgument argument in call.Arguments)
        {
            if (argument.Value == _context.ThisValue && !CallTarget.IsHarmless(call.Member))
            {
                ForgetSlots(call.Operation);
                return;
            }
        }
    }

    // Of its own counter the object takes care by itself; everything else may do anything to its fields.
    private bool MayReachSlots(IMethodSymbol method) =>
        method.ContainingType?.SpecialType != SpecialType.System_Object
        && (!_context.Contracts.Of(method).IsTrusted || OwnReleases.IsOwnRelease(method, _context.Contracts));

    /// <summary>With the flag that said that a slot owns, what was given up there is no longer counted on.</summary>
    private void ClearFlag(ISymbol member, Value receiver)
    {
        if (_context.Slots.IsEmpty || receiver != _context.ThisValue)
        {
            return;
        }

        foreach (int id in SlotNames(_state))
        {
            if (SymbolEqualityComparer.Default.Equals(ConditionalOwner.FlagOf(_context.Names[id].Symbol!, _context), member)
                && _state.Names.Find(id) is { } value && _state.ResourceOf(value) is { Dangles: true } resource)
            {
                _state = _state.WithResource(value, resource with { Dangles = false });
            }
        }
    }

    private bool IsFlagCleared(ISymbol slot) =>
        ConditionalOwner.FlagOf(slot, _context) is { } flag
        && _state.Names.Find(_context.Names.Find(Name.Member(flag, ReceiverId(_context.ThisValue, flag)))) == Values.False;

    /// <summary>The reference of a slot comes after the object was put there.</summary>
    private void BackStore(Value value)
    {
        if (_state.ResourceOf(value) is not { UnbackedStore: not 0 } resource)
        {
            return;
        }

        Site store = _context.Sites[resource.UnbackedStore];
        string kind = store.RefKind;
        Holding holding = resource.HoldingOf(kind);
        if (holding.Max == 0)
        {
            return;
        }

        if (store.IsPublication)
        {
            Report(new Finding(FindingKind.PublishedBeforeAcquired, store.Place, value, resource, kind, _state) { Member = store.Source });
        }

        _state = _state.WithResource(value, resource.With(holding.Less()) with { SlotKind = kind, UnbackedStore = 0 });
    }

    /// <summary>What the body leaves behind in the slots of its object.</summary>
    private void CheckSlots(SyntaxNode? exit)
    {
        foreach (int id in SlotNames(_state))
        {
            if (_state.Names.Find(id) is not { } value || _state.ResourceOf(value) is not { Escaped: false } resource || _state.FactsOf(value).Nullness == Nullness.Null)
            {
                continue;
            }

            ISymbol slot = _context.Names[id].Symbol!;
            if (resource.Dangles)
            {
                ReportDangling(value, resource, slot);
            }
            else if (resource.SlotKind is { } kind && _context.IsOwnRelease && !slot.IsStatic && !IsThrow(exit)
                && !IsEmpty(value) && IsCertainlyFull(value, resource) && MayGiveUp(slot))
            {
                SyntaxNode place = exit ?? _context.Graph.OriginalOperation.Syntax;
                Report(new Finding(FindingKind.OwnedNotReleased, place, value, resource, kind, _state) { Member = slot, Exits = { exit } });
            }
        }
    }

    // Of a field that the body only looks at the type as a whole has to tell: another member may be the one that gives it up.
    private bool MayGiveUp(ISymbol slot)
    {
        ElementContract contract = _context.Contracts.Of(slot).Return;
        ITypeSymbol held = OwnedSlots.TypeOf(slot);
        return new FieldMentions(slot, held, contract.OwnedKind, _context.Contracts).MayGiveUp(_context.Graph.OriginalOperation.Syntax);
    }

    /// <summary>The body asks a <c>[RefTest]</c> first, which says after the release that there is nothing more to release.</summary>
    private bool AsksWhetherHeld(Value value, string kind)
    {
        if (value is not OpaqueValue { Type: { } type })
        {
            return false;
        }

        foreach (ISymbol member in type.GetMembers())
        {
            if (_context.Contracts.Of(member).TestsRef == kind)
            {
                foreach (SyntaxNode node in _context.Graph.OriginalOperation.Syntax.DescendantNodes())
                {
                    if (node is IdentifierNameSyntax name && name.Identifier.ValueText == member.Name)
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private void ReportDangling(Value value, Resource resource, ISymbol slot)
    {
        for (Trace? trace = _state.Trace; trace is not null; trace = trace.Previous)
        {
            if (trace.Step is { Kind: StepKind.Released } step && step.Subject == value.Id)
            {
                Report(new Finding(FindingKind.OverRelease, step.Place, value, resource, step.RefKind!, _state) { Member = step.Member, Dangling = slot });
                return;
            }
        }
    }

    /// <summary>A slot counts on a reference that nobody has taken.</summary>
    private void CheckBacked(Value value, Resource resource)
    {
        // What is created here may come with a reference that its constructor does not speak of.
        if (resource.UnbackedStore != 0 && resource.Provenance != Provenance.Created)
        {
            Site store = _context.Sites[resource.UnbackedStore];
            Report(new Finding(FindingKind.MissingReference, store.Place, value, resource, store.RefKind, _state) { Member = store.Source });
        }
    }

    /// <summary>What a helper has stored, and taken no reference for, its caller has handed over.</summary>
    private FlowState OweStored(FlowState state)
    {
        FlowState result = state;
        for (int i = 0; i < state.Facts.Count; i++)
        {
            if (state.Facts.ValueAt(i).Resource is { UnbackedStore: not 0, CountsForCaller: true } resource)
            {
                Holding? owed = resource.HoldingOf(_context.Sites[resource.UnbackedStore].RefKind).Owe(idempotent: false, all: false);
                result = result.WithResource(
                    Values[state.Facts.KeyAt(i)],
                    owed is null ? resource.Escape() : resource.With(owed) with { UnbackedStore = 0, Released = true });
            }
        }

        return result;
    }

    private static bool IsThrow(SyntaxNode? exit) => exit is ThrowStatementSyntax or ThrowExpressionSyntax;

    private List<int> SlotNames(FlowState state)
    {
        var ids = new List<int>();
        foreach (ISymbol slot in _context.Slots)
        {
            int id = _context.Names.IdOf(Name.Member(slot, slot.IsStatic ? Name.NoValue : _context.ThisValue.Id));
            if (state.Names.Find(id) is not null)
            {
                ids.Add(id);
            }
        }

        return ids;
    }

    private bool TellsOfSelf(Value condition) => condition switch
    {
        CompoundValue compound => TellsOfSelf(compound.Left) || (compound.Right is { } right && TellsOfSelf(right)),
        OpaqueValue => _context.SiteOf(condition)!.TellsOfSelf || (_context.IsOwnRelease && IsBoolParameter(condition)),
        _ => false,
    };

    // `Dispose(bool disposing)`, `Close(bool leaveOpen)`: the caller has decided.
    private bool IsBoolParameter(Value value) =>
        _context.SiteOf(value)!.Source is IParameterSymbol { Type.SpecialType: SpecialType.System_Boolean };

    private static bool IsNullTestOf(Value condition, Value value)
    {
        while (condition is CompoundValue { Operator: ValueOperator.Not } negation)
        {
            condition = negation.Left;
        }

        return condition is CompoundValue { Operator: ValueOperator.Equal, Right: ConstantValue } test && test.Left == value;
    }

    /// <summary>Marks a result that was read from the object, or computed by one of its members or of what it has.</summary>
    private void MarkSelf(Value result, Value? receiver, ISymbol member)
    {
        if (receiver is not null && _context.SiteOf(result) is { } site && !IsEnumeration(member)
            && (receiver == _context.ThisValue || _context.SiteOf(receiver) is { TellsOfSelf: true }))
        {
            site.TellsOfSelf = true;
        }
    }

    // That a loop goes on says what it goes over, not what the object is like.
    private static bool IsEnumeration(ISymbol member) => member.Name is "GetEnumerator" or "MoveNext" or "Current" or "GetAsyncEnumerator" or "MoveNextAsync";

    private void MarkSelf(Value result, Call call)
    {
        MarkSelf(result, call.Receiver, call.Member);
        foreach (CallArgument argument in call.Arguments)
        {
            if (argument.IsWritten && argument.Operation is IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } && _context.SiteOf(result) is { } site)
            {
                site.TellsOfSelf = true;
            }
        }
    }
}
