using System.Collections.Immutable;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>
/// <c>[RefCounter]</c> fields: to count one up is to acquire a reference on the object that it is in, to count one down
/// is to release one. That makes the bodies of primitives verifiable.
/// </summary>
internal sealed partial class Evaluator
{
    /// <summary>The kind that the place counts; <see langword="null"/>: it is no counter.</summary>
    private string? CounterKind(IOperation place) => place is IFieldReferenceOperation { Instance: not null } field ? _context.Contracts.Of(field.Field).CountsRef : null;

    /// <summary>The counter goes from one number to another; what it counts goes with it.</summary>
    private void Count(IOperation place, Value from, Value to, IOperation cause)
    {
        if (CounterKind(place) is not { } kind)
        {
            return;
        }

        Value owner = Visit(((IFieldReferenceOperation)place).Instance!);
        if (_dead || owner is not OpaqueValue)
        {
            return;
        }

        if (StepBetween(from, to) is { } step)
        {
            Count(owner, kind, step, cause, ((IFieldReferenceOperation)place).Field);
        }
        else
        {
            SetCounter(place);
        }
    }

    /// <summary>A counter that is set to a number says nothing of what is held by whom.</summary>
    private void SetCounter(IOperation place)
    {
        if (CounterKind(place) is not null)
        {
            Value owner = Visit(((IFieldReferenceOperation)place).Instance!);
            if (!_dead && ResourceFor(owner) is not null)
            {
                Escape(owner);
            }
        }
    }

    private void Count(Value owner, string kind, long step, IOperation cause, IFieldSymbol counter)
    {
        Resource resource = ResourceFor(owner) ?? new Resource();
        if (owner == _context.ThisValue && resource.Provenance == Provenance.Lent)
        {
            // The body that counts is the primitive: its callers are told by its contract, or by what it does.
            _state = _state.WithResource(owner, resource with { Provenance = Provenance.HelperArgument });
        }

        var effect = new RefEffect { Acquires = step > 0, Kind = kind };
        var call = new Call(cause, counter, MemberContract.None, owner, null, ImmutableArray<CallArgument>.Empty);
        for (long i = 0; i < System.Math.Min(System.Math.Abs(step), MaxExactCount + 1); i++)
        {
            if (effect.Acquires)
            {
                Acquire(call, effect, owner, null, happens: true);
            }
            else
            {
                Release(call, effect, owner, null);
            }
        }
    }

    private static long? StepBetween(Value from, Value to)
    {
        (Value fromBase, long fromOffset) = Split(from);
        (Value toBase, long toOffset) = Split(to);
        return fromBase == toBase || (fromBase is ConstantValue && toBase is ConstantValue) ? toOffset - fromOffset : null;
    }

    private static (Value Base, long Offset) Split(Value number) => number switch
    {
        ConstantValue { Constant: long constant } => (number, constant),
        CompoundValue { Operator: ValueOperator.Add, Right: ConstantValue { Constant: long offset } } sum => (sum.Left, offset),
        _ => (number, 0),
    };

    /// <summary><c>Interlocked.Increment</c> and its like; <see langword="null"/> where the place is no counter.</summary>
    private Value? VisitInterlockedCounter(Call call, IInvocationOperation invocation)
    {
        IOperation place = call.Arguments[0].Operation;
        if (CounterKind(place) is null)
        {
            return null;
        }

        Value old = call.Arguments[0].Value;
        Value? changed = call.Member.Name switch
        {
            "Increment" => Arithmetic(BinaryOperatorKind.Add, old, Values.Constant(1L), invocation),
            "Decrement" => Arithmetic(BinaryOperatorKind.Subtract, old, Values.Constant(1L), invocation),
            "Add" => Arithmetic(BinaryOperatorKind.Add, old, call.Arguments[1].Value, invocation),
            "Exchange" => call.Arguments[1].Value,
            _ => null,
        };
        if (changed is null)
        {
            return call.Member.Name == "CompareExchange" ? CompareExchange(call, invocation, place) : null;
        }

        Count(place, old, changed, invocation);
        if (_dead)
        {
            return Values.Null;
        }

        // Other threads count, too: the number that comes back is not one that this path can know.
        Value result = Fresh(invocation);
        StoreCounter(place, result, invocation);
        return call.Member.Name == "Exchange" ? Fresh((invocation, "old"), invocation.Syntax, invocation.Type) : result;
    }

    /// <summary>The counter changes exactly if it was what was expected, and the answer tells.</summary>
    private Value CompareExchange(Call call, IInvocationOperation invocation, IOperation place)
    {
        Value expected = call.Arguments[2].Value;
        Value seen = Fresh(invocation);
        Value same = Conditions.Equal(_state, seen, expected);
        bool stale = false;
        bool succeeds = Conditions.Decide(_state, same, ref stale) ?? _choices.Take();
        if (!Require(Conditions.Assume(_state, same, succeeds)))
        {
            return Values.Null;
        }

        if (succeeds)
        {
            Count(place, expected, call.Arguments[1].Value, invocation);
        }

        if (!_dead)
        {
            StoreCounter(place, Fresh((invocation, "now"), invocation.Syntax, invocation.Type), invocation);
        }

        return seen;
    }

    private void StoreCounter(IOperation place, Value value, IOperation cause)
    {
        var field = (IFieldReferenceOperation)place;
        StoreMember(field.Field, Visit(field.Instance!), value, cause);
    }
}
