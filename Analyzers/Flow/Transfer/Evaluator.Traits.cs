using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Findings;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>Traits: the standing qualities of values, and the calls that refuse them.</summary>
internal sealed partial class Evaluator
{
    private void AddTraits(Value value, ElementContract contract, ITypeSymbol? type)
    {
        foreach (string trait in contract.Traits)
        {
            _state = _state.WithFacts(value, _state.FactsOf(value).WithTrait(trait, true));
        }

        if (type is not null)
        {
            foreach (string trait in _context.Contracts.TraitsOf(type))
            {
                _state = _state.WithFacts(value, _state.FactsOf(value).WithTrait(trait, true));
            }
        }
    }

    /// <summary>What an operator of a type's own makes of two operands is of the kind of the first: a frame further on, for example.</summary>
    private void InheritTraits(IOperation operation, Value result, Value left)
    {
        if (result is OpaqueValue && left is OpaqueValue { Type: { } type } && SymbolEqualityComparer.Default.Equals(type, operation.Type))
        {
            foreach (string trait in _state.FactsOf(left).Traits)
            {
                _state = _state.WithFacts(result, _state.FactsOf(result).WithTrait(trait, true));
            }
        }
    }

    private void CheckTraits(Call call)
    {
        if (call.Receiver is not null)
        {
            CheckTraits(call, call.Contract.Receiver, call.Receiver, null);
        }

        foreach (CallArgument argument in call.Arguments)
        {
            if (argument.Parameter is not null)
            {
                CheckTraits(call, call.Contract.Parameter(argument.Parameter.Ordinal), argument.Value, argument.Parameter);
            }
        }
    }

    private void CheckTraits(Call call, ElementContract contract, Value value, IParameterSymbol? parameter)
    {
        foreach (RejectedTrait rejected in contract.Rejects)
        {
            CallArgument? asking = rejected.Argument is null ? null : call.Argument(rejected.Argument);
            bool asks = rejected.Argument is null || (asking is not null && Asks(asking.Value.Value, rejected.Flag));
            PassOnRefusal(rejected, value, asks, asking?.Value);
            if (!asks)
            {
                continue;
            }

            if (BearerOf(rejected.Trait, value) is { } bearer)
            {
                SyntaxNode place = (asking ?? (parameter is null ? null : call.Argument(parameter.Name)))?.Operation.Syntax ?? call.Place;
                Report(new Finding(FindingKind.RejectedTrait, place, bearer, _state.ResourceOf(bearer) ?? new Resource(), RefEffect.DefaultKind, _state)
                {
                    Member = call.Member,
                    Parameter = parameter,
                    Rejected = rejected,
                });
            }
        }
    }

    /// <summary>The value that has the trait: this one, or what it is computed from (an address in a mapping).</summary>
    private Value? BearerOf(string trait, Value value)
    {
        if (_state.FactsOf(value).Traits.Contains(trait))
        {
            return value;
        }

        return value is CompoundValue compound
            ? BearerOf(trait, compound.Left) ?? (compound.Right is null ? null : BearerOf(trait, compound.Right))
            : null;
    }

    /// <summary>
    /// What a helper does with a parameter on every path is told of the helper: that it refuses a quality there, always or
    /// when another of its parameters asks for it.
    /// </summary>
    private void PassOnRefusal(RejectedTrait rejected, Value value, bool asks, Value? asking)
    {
        if (!_context.RecordsThrows || HasBranched() || ParameterIn(value, rejected.Trait) is not { } parameter)
        {
            return;
        }

        if (asks)
        {
            _context.Refusals.Add((parameter, rejected with { Argument = null, Flag = null }));
        }
        else if (asking is not null && FlagParameterIn(asking) is { } flags)
        {
            _context.Refusals.Add((parameter, rejected with { Argument = flags.Name }));
        }
    }

    private bool HasBranched()
    {
        for (Trace? trace = _state.Trace; trace is not null; trace = trace.Previous)
        {
            if (trace.Step.Kind == StepKind.Branch)
            {
                return true;
            }
        }

        return false;
    }

    private IParameterSymbol? ParameterIn(Value value, string trait) => value switch
    {
        CompoundValue compound => ParameterIn(compound.Left, trait) ?? (compound.Right is null ? null : ParameterIn(compound.Right, trait)),
        _ when _state.FactsOf(value).LackedTraits.Contains(trait) => null,
        _ => _context.ParameterOf(value),
    };

    private IParameterSymbol? FlagParameterIn(Value value) => value is CompoundValue { Operator: ValueOperator.BitOr } either
        ? FlagParameterIn(either.Left) ?? FlagParameterIn(either.Right!)
        : _context.ParameterOf(value);

    private bool Asks(Value value, long? flag)
    {
        NumberRange range = Conditions.RangeOf(_state, value);
        if (range.Min == range.Max)
        {
            return flag is { } bits ? (range.Min & bits) == bits : range.Min != 0;
        }

        return flag is not null && value is CompoundValue { Operator: ValueOperator.BitOr } either
            && (Asks(either.Left, flag) || Asks(either.Right!, flag));
    }
}
