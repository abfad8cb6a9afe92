using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>Names: what reading one yields, and what assigning to one does to the object it named before.</summary>
internal sealed partial class Evaluator
{
    private Value Read(Name name, IOperation reference)
    {
        if (name.Symbol is not null && IsUnseen(name.Symbol))
        {
            // A lambda or local function may have put anything there since.
            return Fresh(reference);
        }

        if (name.Symbol is null && _context.CapturedPlaces.TryGetValue(name.Capture, out IOperation? place))
        {
            return Visit(place);
        }

        return ReadName(name, reference);
    }

    // To a nested function that is analysed for its own sake, what its surroundings do to what they share is not visible.
    private bool IsUnseen(ISymbol variable) =>
        _context.Nested.Write(variable) || (!_context.Declares(variable) && _context.Nested.Assigns(variable));

    private Value ReadName(Name name, IOperation reference, Provenance provenance = Provenance.Foreign, ITypeSymbol? type = null)
    {
        int id = _context.Names.IdOf(name);
        if (_state.Names.Find(id) is { } value)
        {
            return value;
        }

        value = Fresh(name, reference.Syntax, type ?? reference.Type, provenance, name.Symbol);
        _context.SiteOf(value)!.Container = name.Receiver;
        _state = _state.WithName(id, value);
        return value;
    }

    private Value VisitInstance(IInstanceReferenceOperation instance) =>
        instance.ReferenceKind == InstanceReferenceKind.ContainingTypeInstance ? _context.ThisValue : Fresh(instance);

    private Value VisitCapture(IFlowCaptureOperation capture)
    {
        if (_context.AssignedCaptures.Contains(capture.Id))
        {
            // It stands for the place, not for what is there now.
            _context.CapturedPlaces[capture.Id] = capture.Value;
            return Values.Null;
        }

        Value value = Visit(capture.Value);
        _state = _state.WithName(_context.Names.IdOf(_context.NameOf(capture.Id)), value);
        return value;
    }

    private Value VisitAssignment(ISimpleAssignmentOperation assignment)
    {
        if (assignment.IsRef)
        {
            // From here on two names share one place; the analysis follows values, not places.
            Escape(Visit(assignment.Value));
            return VisitUnknown(assignment.Target);
        }

        Value value = Visit(assignment.Value);
        if (!_dead)
        {
            SetCounter(assignment.Target);
            Assign(assignment.Target, value, assignment);
        }

        return value;
    }

    private Value VisitCompoundAssignment(ICompoundAssignmentOperation compound)
    {
        Value left = Visit(compound.Target);
        Value right = Visit(compound.Value);
        if (compound.Type?.TypeKind == TypeKind.Delegate)
        {
            // Two functions under one name: who has one of them has both.
            Escape(left);
            Escape(right);
            Assign(compound.Target, Fresh(compound), compound);
            return Fresh((compound, "delegate"), compound.Syntax, compound.Type);
        }

        Value value = compound.OperatorMethod is { } method
            ? CallOperator(compound, method, left, right)
            : Checked(left, right, Arithmetic(compound.OperatorKind, left, right, compound));
        Count(compound.Target, left, value, compound);
        Assign(compound.Target, value, compound);
        return value;
    }

    private Value VisitIncrement(IIncrementOrDecrementOperation increment)
    {
        Value old = Visit(increment.Target);
        bool up = increment.Kind == OperationKind.Increment;
        Value value = increment.OperatorMethod is { } method
            ? CallOperator(increment, method, old)
            : Arithmetic(up ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract, old, Values.Constant(1L), increment);
        Count(increment.Target, old, value, increment);
        Assign(increment.Target, value, increment);
        return increment.IsPostfix ? old : value;
    }

    private void Assign(IOperation target, Value value, IOperation cause)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                AssignVariable(local.Local, value, cause);
                break;
            case IParameterReferenceOperation parameter:
                AssignVariable(parameter.Parameter, value, cause);
                break;
            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression, value, cause);
                break;
            case IFlowCaptureReferenceOperation reference when _context.CapturedPlaces.TryGetValue(reference.Id, out IOperation? place):
                Assign(place, value, cause);
                break;
            case IFieldReferenceOperation field when IsTupleElement(field.Field):
                StoreTupleElement(field, value, cause);
                break;
            case IFieldReferenceOperation field:
                Value owner = ReceiverOf(field.Instance);
                CheckUse(field, field.Field, field.Instance, owner);
                StoreMember(field.Field, owner, value, cause);
                break;
            case IInstanceReferenceOperation:
                AssignSelf(value, cause);
                break;
            case IArrayElementReferenceOperation element:
                StoreElement(element, value);
                break;
            case IPropertyReferenceOperation { Arguments.IsEmpty: true } property:
                Value receiver = ReceiverOf(property.Instance);
                CheckUse(property, property.Property, property.Instance, receiver);
                MayThrow(cause);
                StoreMember(property.Property, receiver, value, cause);
                break;
            case IDiscardOperation:
                Drop(value);
                break;
            case ITupleOperation targets:
                Deconstruct(targets, value, cause);
                break;
            case IPropertyReferenceOperation { Instance: { } collection, Arguments.Length: > 0 } indexer when CollectionOf(Visit(collection)) is not null:
                foreach (IArgumentOperation argument in indexer.Arguments)
                {
                    TestAnswers(Visit(argument.Value));
                }

                AddElement(Visit(collection), value, cause);
                break;
            default:
                // An indexer, a pointer, an event: whoever reads it there may hold on to it.
                foreach (IOperation child in target.ChildOperations)
                {
                    TestAnswers(Visit(child));
                }

                Escape(value);
                break;
        }
    }

    private void AssignVariable(ISymbol variable, Value value, IOperation cause)
    {
        if (IsUnseen(variable))
        {
            Escape(value);
            return;
        }

        if (variable is ILocalSymbol { IsRef: true } || !_context.Declares(variable) || _state.Names.Find(_context.Names.IdOf(ExposedName(variable))) is not null)
        {
            // Whoever owns the place, or shares it, has the object.
            Escape(value);
        }

        int id = _context.Names.IdOf(Name.Of(variable));
        Value? old = _state.Names.Find(id);
        _state = _state.WithName(id, value);
        if (old is not null && old != value)
        {
            CheckLost(old, LeakShape.Overwrite, cause.Syntax);
        }
    }

    private void StoreMember(ISymbol member, Value receiver, Value value, IOperation cause)
    {
        TestAnswers(value);
        RefOrigin origin = _context.Contracts.Of(member).Return.Origin;
        if (origin == RefOrigin.Owned)
        {
            StoreOwned(member, receiver, value, cause);
            return;
        }

        ClearFlag(member, receiver);
        if (origin == RefOrigin.Unstated)
        {
            // Who says that it borrows, or does not count, takes nothing over: what was ours stays ours.
            EscapeShown(value);
            Escape(value);
        }

        int id = _context.Names.IdOf(Name.Member(member, ReceiverId(receiver, member)));
        Value? old = _state.Names.Find(id);
        _state = _state.WithName(id, value);
        if (old is not null && old != value)
        {
            CheckLost(old, LeakShape.Overwrite, cause.Syntax);
        }
    }

    private Value ReadField(IFieldReferenceOperation field)
    {
        Value receiver = ReceiverOf(field.Instance);
        CheckUse(field, field.Field, field.Instance, receiver);
        return ReadMember(field.Field, receiver, field);
    }

    /// <summary>What a field or property holds; the same value until something changes it.</summary>
    private Value ReadMember(ISymbol member, Value receiver, IOperation reference, int index = Name.NoValue, ITypeSymbol? type = null)
    {
        if (member is IFieldSymbol element && IsTupleElement(element))
        {
            return ReadName(ElementName(receiver, OrdinalOf(element)), reference);
        }

        MemberContract contract = _context.Contracts.Of(member);
        if (contract.TestsRef is { } kind)
        {
            return TestReference(reference, receiver, kind);
        }

        Provenance provenance = contract.Return.Origin switch
        {
            RefOrigin.Owned => Provenance.OwnedSlot,
            RefOrigin.Borrowed => Provenance.BorrowedSlot,
            RefOrigin.Uncounted => Provenance.Uncounted,
            _ => Provenance.Foreign,
        };
        Name name = Name.Member(member, ReceiverId(receiver, member), index);
        bool isNew = _state.Names.Find(_context.Names.IdOf(name)) is null;
        Value value = ReadName(name, reference, provenance, type);
        if (isNew)
        {
            MarkSelf(value, receiver, member);
            if (provenance == Provenance.OwnedSlot)
            {
                // Of another object nobody knows here what it holds.
                bool isCollection = OwnsElements(contract.Return, member);
                if (isCollection)
                {
                    _context.CollectionKinds[value.Id] = contract.Return.OwnedKind;
                }

                _state = _state.WithResource(value, new Resource
                {
                    Provenance = isCollection ? Provenance.OwnedCollection : provenance,
                    SlotKind = contract.Return.OwnedKind,
                    Guarded = receiver != _context.ThisValue || contract.Return.OwnedWhenMember is not null,
                });
            }

            ReadThroughElement(receiver, value);
            if (contract.Return is { Origin: RefOrigin.Borrowed, BorrowedFrom: not null } && !member.IsStatic && _state.ResourceOf(value) is null)
            {
                _state = _state.WithResource(value, new Resource { Provenance = provenance, Lender = receiver.Id });
            }

            AddTraits(value, contract.Return, reference.Type);
            if (contract.TestsTrait is { } trait)
            {
                _context.TraitTests[value.Id] = (receiver, trait);
            }
        }

        return value;
    }

    // Static members have no receiver.
    private static int ReceiverId(Value receiver, ISymbol member) => member.IsStatic ? Name.NoValue : receiver.Id;

    private Value ReceiverOf(IOperation? instance)
    {
        if (instance is null)
        {
            return Values.Null;
        }

        Value receiver = Visit(instance);
        Dereference(receiver, instance);
        return receiver;
    }
}
