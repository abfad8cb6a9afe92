using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Contracts;

/// <summary>Collects what attributes, or the clauses of a contract file, say of one member and of its elements.</summary>
internal sealed class MemberContractBuilder
{
    private ElementContractBuilder? _receiver;
    private ElementContractBuilder? _return;
    private ElementContractBuilder?[]? _parameters;
    private MemberContract _contract = MemberContract.None;

    /// <summary>Takes in the attributes that stand in one place.</summary>
    public void Add(ImmutableArray<AttributeData> attributes, ContractPlace place)
    {
        foreach (var attribute in attributes)
        {
            var word = ContractWords.Of(attribute.AttributeClass);
            if (word != ContractWord.None)
                Add(word, new AttributeArguments(attribute), place);
        }
    }

    /// <summary>Takes in the attributes of the parameters.</summary>
    public void Add(ImmutableArray<IParameterSymbol> parameters)
    {
        foreach (var parameter in parameters)
        {
            foreach (var attribute in parameter.GetAttributes())
            {
                var word = ContractWords.Of(attribute.AttributeClass);
                if (word != ContractWord.None)
                    Add(word, new AttributeArguments(attribute), parameter, parameters.Length);
            }
        }
    }

    /// <summary>Takes in one word that stands on a parameter.</summary>
    /// <param name="count">How many parameters there are.</param>
    public void Add(ContractWord word, ContractArguments arguments, IParameterSymbol parameter, int count)
    {
        if (ContractPlaces.TargetOf(word, ContractPlace.Parameter) == ContractTarget.Value)
        {
            _parameters ??= new ElementContractBuilder?[count];
            (_parameters[parameter.Ordinal] ??= new()).Add(word, arguments);
        }
    }

    /// <summary>Takes in one word that stands in a place other than a parameter.</summary>
    public void Add(ContractWord word, ContractArguments arguments, ContractPlace place)
    {
        switch (ContractPlaces.TargetOf(word, place))
        {
            case ContractTarget.Receiver:
                (_receiver ??= new()).Add(word, arguments);
                break;
            case ContractTarget.Value:
                (_return ??= new()).Add(word, arguments);
                break;
            case ContractTarget.Member:
                AddToMember(word, arguments);
                break;
        }
    }

    /// <returns><see langword="null"/>: nothing was said.</returns>
    public MemberContract? Build()
    {
        var receiver = _receiver?.Build() ?? ElementContract.None;
        var value = _return?.Build() ?? ElementContract.None;
        var parameters = BuildParameters();
        if (_contract.IsNone && receiver.IsNone && value.IsNone && parameters.IsEmpty)
            return null;

        return _contract with { Receiver = receiver, Return = value, Parameters = parameters };
    }

    private ImmutableArray<ElementContract> BuildParameters()
    {
        if (_parameters is null)
            return ImmutableArray<ElementContract>.Empty;

        var saysSomething = false;
        var parameters = ImmutableArray.CreateBuilder<ElementContract>(_parameters.Length);
        foreach (var builder in _parameters)
        {
            var parameter = builder?.Build() ?? ElementContract.None;
            saysSomething |= !parameter.IsNone;
            parameters.Add(parameter);
        }

        return saysSomething ? parameters.MoveToImmutable() : ImmutableArray<ElementContract>.Empty;
    }

    private void AddToMember(ContractWord word, ContractArguments arguments)
    {
        var read = word switch
        {
            ContractWord.TrustedContract => _contract with { IsTrusted = true },
            ContractWord.BorrowedByDefault => _contract with { LendsByDefault = true },
            ContractWord.TraitTest => _contract with { TestsTrait = _contract.TestsTrait ?? arguments.Trait() },
            ContractWord.RefTest => _contract with { TestsRef = _contract.TestsRef ?? arguments.Text("Kind", RefEffect.DefaultKind) },
            ContractWord.RefCounter => _contract with { CountsRef = _contract.CountsRef ?? arguments.Text("Kind", RefEffect.DefaultKind) },
            _ => _contract,
        };

        if (!arguments.IsMalformed)
            _contract = read;
    }
}
