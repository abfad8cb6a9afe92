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
        if (name.Symbol is not null && _context.Nested.Write(name.Symbol))
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

    private Value ReadName(Name name, IOperation reference, Provenance provenance = Provenance.Foreign)
    {
        int id = _context.Names.IdOf(name);
        if (_state.Names.Find(id) is { } value)
        {
            return value;
        }

        value = Fresh(name, reference.Syntax, reference.Type, provenance, name.Symbol);
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
        _state = _state.WithName(_context.Names.IdOf(Name.Of(capture.Id)), value);
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
        Value value = compound.OperatorMethod is { } method
            ? CallOperator(compound, method, left, right)
            : Arithmetic(compound.OperatorKind, left, right, compound);
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

    private Value VisitDeconstruction(IDeconstructionAssignmentOperation deconstruction)
    {
        IOperation target = deconstruction.Target is IDeclarationExpressionOperation declared ? declared.Expression : deconstruction.Target;
        if (target is ITupleOperation targets
            && Unconverted(deconstruction.Value) is ITupleOperation sources
            && targets.Elements.Length == sources.Elements.Length)
        {
            // All are read before the first is written: (a, b) = (b, a) swaps.
            var values = new Value[sources.Elements.Length];
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = Visit(sources.Elements[i]);
            }

            // Each keeps a name until all are assigned: what one assignment takes away the next may put back.
            for (int i = 0; i < values.Length; i++)
            {
                _state = _state.WithName(PendingName(i), values[i]);
            }

            for (int i = 0; i < values.Length; i++)
            {
                Assign(targets.Elements[i], values[i], deconstruction);
            }

            for (int i = 0; i < values.Length; i++)
            {
                _state = _state.WithoutName(PendingName(i));
            }

            foreach (Value value in values)
            {
                CheckLost(value, LeakShape.Overwrite, deconstruction.Syntax);
            }

            return Fresh(deconstruction);
        }

        Escape(Visit(deconstruction.Value));
        AssignFresh(deconstruction.Target, deconstruction);
        return Fresh(deconstruction);
    }

    private int PendingName(int element) => _context.Names.IdOf(new Name(null, Name.Pending, element, default));

    private void AssignFresh(IOperation target, IOperation cause)
    {
        switch (target)
        {
            case ITupleOperation tuple:
                foreach (IOperation element in tuple.Elements)
                {
                    AssignFresh(element, cause);
                }

                break;
            case IDeclarationExpressionOperation declaration:
                AssignFresh(declaration.Expression, cause);
                break;
            default:
                Assign(target, Fresh((target, cause), target.Syntax, target.Type), cause);
                break;
        }
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
            case IFieldReferenceOperation field:
                Value owner = ReceiverOf(field.Instance);
                CheckUse(field, field.Field, field.Instance, owner);
                StoreMember(field.Field, owner, value, cause);
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
            case ITupleOperation:
                Escape(value);
                AssignFresh(target, cause);
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
        if (_context.Nested.Write(variable))
        {
            Escape(value);
            return;
        }

        if (variable is ILocalSymbol { IsRef: true })
        {
            // Whoever owns the place has the object.
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
        ElementContract contract = _context.Contracts.Of(member).Return;
        int id = _context.Names.IdOf(Name.Member(member, ReceiverId(receiver, member)));
        Value? old = _state.Names.Find(id);
        TestAnswers(value);
        switch (contract.Origin)
        {
            case RefOrigin.Owned:
                StoreOwned(contract, old, value, member, cause);
                break;
            case RefOrigin.Borrowed or RefOrigin.Uncounted:
                // It has said that it takes nothing over: what was ours stays ours.
                break;
            default:
                Escape(value);
                break;
        }

        _state = _state.WithName(id, value);
        if (old is not null && old != value)
        {
            CheckLost(old, LeakShape.Overwrite, cause.Syntax);
        }
    }

    /// <summary>A store to an <c>[OwnedRef]</c> slot moves our reference in; what the slot still holds is lost.</summary>
    private void StoreOwned(ElementContract contract, Value? old, Value value, ISymbol member, IOperation cause)
    {
        string kind = contract.OwnedKind;
        if (old is not null && old != value && _state.ResourceOf(old) is { SlotKind: not null, Escaped: false } previous)
        {
            bool certain = _state.FactsOf(old).Nullness == Nullness.NotNull;
            if (certain)
            {
                Report(new Finding(FindingKind.Leak, cause.Syntax, old, previous, kind, _state) { Shape = LeakShape.Overwrite, Member = member, Exits = { cause.Syntax } });
            }

            _state = _state.WithResource(old, previous with { SlotKind = null });
        }

        if (value is ConstantValue || ResourceFor(value) is not { Escaped: false } resource)
        {
            return;
        }

        Holding holding = resource.HoldingOf(kind);
        _state = holding.Max > 0
            ? _state.WithResource(value, resource.With(holding.Less()) with { SlotKind = kind, Released = true })
            : _state.WithResource(value, resource.Escape());
    }

    private Value ReadField(IFieldReferenceOperation field)
    {
        Value receiver = ReceiverOf(field.Instance);
        CheckUse(field, field.Field, field.Instance, receiver);
        return ReadMember(field.Field, receiver, field);
    }

    /// <summary>What a field or property holds; the same value until something changes it.</summary>
    private Value ReadMember(ISymbol member, Value receiver, IOperation reference, int index = Name.NoValue)
    {
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
        Value value = ReadName(name, reference, provenance);
        if (isNew)
        {
            if (provenance == Provenance.OwnedSlot)
            {
                _state = _state.WithResource(value, new Resource { Provenance = provenance, SlotKind = contract.Return.OwnedKind });
            }

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

    private static IOperation Unconverted(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }
}
