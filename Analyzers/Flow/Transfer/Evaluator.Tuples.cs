using System.Collections.Immutable;
using System.Globalization;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>Tuples are looked through: each element has a name, by its position. Taking one apart assigns its elements.</summary>
internal sealed partial class Evaluator
{
    private Value VisitTuple(ITupleOperation tuple)
    {
        Value value = NotNull(Fresh(tuple));
        for (int i = 0; i < tuple.Elements.Length; i++)
        {
            Value element = Visit(tuple.Elements[i]);
            _state = _state.WithName(_context.Names.IdOf(ElementName(value, i)), element);
        }

        return value;
    }

    private Value VisitTupleComparison(ITupleBinaryOperation comparison, int count)
    {
        Value left = Visit(comparison.LeftOperand);
        Value right = Visit(comparison.RightOperand);
        if (_dead || !IsTuple(left, null) || !IsTuple(right, null))
        {
            GiveUpAnswered(left);
            GiveUpAnswered(right);
            return Fresh(comparison);
        }

        Value equal = Values.True;
        for (int i = 0; i < count; i++)
        {
            equal = Conditions.And(equal, Conditions.Equal(
                _state, ReadName(ElementName(left, i), comparison.LeftOperand), ReadName(ElementName(right, i), comparison.RightOperand)));
        }

        return comparison.OperatorKind == BinaryOperatorKind.Equals ? equal : Conditions.Not(equal);
    }

    private Value VisitDeconstruction(IDeconstructionAssignmentOperation deconstruction)
    {
        IOperation target = deconstruction.Target is IDeclarationExpressionOperation declared ? declared.Expression : deconstruction.Target;
        Value value = Visit(deconstruction.Value);
        if (_dead)
        {
            return Values.Null;
        }

        if (target is ITupleOperation tuple && IsTuple(value, deconstruction.Value.Type))
        {
            Deconstruct(tuple, value, deconstruction);
        }
        else if (target is not ITupleOperation targets || !CallDeconstruct(deconstruction, targets, value))
        {
            // Taken apart by something that cannot be followed, as each element of a dictionary is by `foreach`.
            Escape(value);
            AssignFresh(deconstruction.Target, deconstruction);
        }

        return Fresh(deconstruction);
    }

    private void Deconstruct(ITupleOperation targets, Value value, IOperation cause)
    {
        if (!IsTuple(value, targets.Type))
        {
            Escape(value);
            AssignFresh(targets, cause);
            return;
        }

        // All are read before the first is written: (a, b) = (b, a) swaps. And the tuple names them until all are assigned:
        // what one assignment takes away the next may put back.
        var elements = new Value[targets.Elements.Length];
        for (int i = 0; i < elements.Length; i++)
        {
            elements[i] = ReadName(ElementName(value, i), targets.Elements[i]);
        }

        for (int i = 0; i < elements.Length; i++)
        {
            Assign(targets.Elements[i], elements[i], cause);
        }

        ForgetTuple(value);
        foreach (Value element in elements)
        {
            CheckLost(element, LeakShape.Overwrite, cause.Syntax);
        }
    }

    /// <summary>A <c>Deconstruct</c> method is a call with <c>out</c> arguments, which may have a contract.</summary>
    private bool CallDeconstruct(IDeconstructionAssignmentOperation deconstruction, ITupleOperation targets, Value value)
    {
        if (deconstruction.Syntax is not AssignmentExpressionSyntax syntax
            || _context.Graph.OriginalOperation.SemanticModel?.GetDeconstructionInfo(syntax).Method is not { } method
            || method.Parameters.Length - (method.IsStatic ? 1 : 0) != targets.Elements.Length)
        {
            return false;
        }

        var arguments = ImmutableArray.CreateBuilder<CallArgument>(method.Parameters.Length);
        int first = method.IsStatic ? 1 : 0;
        if (method.IsStatic)
        {
            arguments.Add(new CallArgument(method.Parameters[0], value, deconstruction.Value));
        }

        for (int i = 0; i < targets.Elements.Length; i++)
        {
            if (targets.Elements[i] is ITupleOperation)
            {
                return false;
            }

            arguments.Add(new CallArgument(method.Parameters[first + i], Values.Null, targets.Elements[i]));
        }

        bool isInstance = !method.IsStatic;
        if (isInstance && !Dereference(value, deconstruction.Value))
        {
            return true;
        }

        Perform(
            new Call(deconstruction, method, _context.ContractOfCall(method), isInstance ? value : null, isInstance ? deconstruction.Value : null, arguments.ToImmutable()),
            null,
            method);
        return true;
    }

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

    /// <summary>Copies of a tuple are values of their own: the one that is written to becomes another.</summary>
    private void StoreTupleElement(IFieldReferenceOperation field, Value value, IOperation cause)
    {
        if (field.Instance is not { } instance)
        {
            return;
        }

        Value old = Visit(instance);
        Value changed = NotNull(Fresh((field, cause), cause.Syntax, instance.Type));
        FlowState before = _state;
        for (int i = 0; i < before.Names.Count; i++)
        {
            Name name = _context.Names[before.Names.KeyAt(i)];
            if (name.Receiver == old.Id)
            {
                _state = _state.WithName(_context.Names.IdOf(name with { Receiver = changed.Id }), before.Names.ValueAt(i));
            }
        }

        int element = _context.Names.IdOf(ElementName(changed, OrdinalOf(field.Field)));
        Value? replaced = _state.Names.Find(element);
        _state = _state.WithName(element, value);
        Assign(instance, changed, cause);
        ForgetTuple(old);
        if (replaced is not null && replaced != value)
        {
            CheckLost(replaced, LeakShape.Overwrite, cause.Syntax);
        }
    }

    // A tuple that nothing names any more is no name for its elements.
    private void ForgetTuple(Value tuple)
    {
        if (!IsNamed(tuple))
        {
            DropMembers(tuple);
        }
    }

    private void EscapeElements(Value tuple)
    {
        FlowState state = _state;
        for (int i = 0; i < state.Names.Count; i++)
        {
            if (_context.Names[state.Names.KeyAt(i)].Receiver == tuple.Id)
            {
                Escape(state.Names.ValueAt(i));
            }
        }
    }

    private static bool IsTuple(Value value, ITypeSymbol? type) => value is OpaqueValue && (value is OpaqueValue { Type.IsTupleType: true } || type is { IsTupleType: true });

    private static bool IsTupleElement(IFieldSymbol field) => field.ContainingType is { IsTupleType: true } && OrdinalOf(field) >= 0;

    private static int OrdinalOf(IFieldSymbol field)
    {
        string name = (field.CorrespondingTupleField ?? field).Name;
        return name.StartsWith("Item", System.StringComparison.Ordinal)
            && int.TryParse(name.Substring("Item".Length), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number - 1
            : -1;
    }

    private Name ElementName(Value tuple, int ordinal) => new(null, tuple.Id, Values.Constant((long)ordinal).Id, default);
}
