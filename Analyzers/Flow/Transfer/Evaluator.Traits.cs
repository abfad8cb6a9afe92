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
            if (rejected.Argument is not null && (asking is null || !Asks(asking.Value.Value, rejected.Flag)))
            {
                continue;
            }

            if (BearerOf(rejected.Trait, value) is { } bearer)
            {
                SyntaxNode place = asking?.Operation.Syntax ?? call.Place;
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
