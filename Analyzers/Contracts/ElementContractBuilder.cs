using System.Collections.Immutable;

namespace Devmap.Analyzers.Contracts;

/// <summary>Collects what attributes, or the clauses of a contract file, say of one element.</summary>
internal sealed class ElementContractBuilder
{
    private readonly ImmutableArray<RefEffect>.Builder _effects = ImmutableArray.CreateBuilder<RefEffect>();
    private readonly ImmutableArray<string>.Builder _traits = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<RejectedTrait>.Builder _rejects = ImmutableArray.CreateBuilder<RejectedTrait>();
    private ElementContract _contract = ElementContract.None;
    private string? _keeper;
    private RefCondition _keptWhen;

    /// <summary>Takes one word in.</summary>
    /// <returns>Whether it could be read. What cannot be read leaves no trace.</returns>
    public bool Add(ContractWord word, ContractArguments arguments)
    {
        switch (word)
        {
            case ContractWord.AcquiresRef:
            case ContractWord.ReleasesRef:
                var effect = ReadEffect(arguments, word == ContractWord.AcquiresRef);
                if (!arguments.IsMalformed)
                    _effects.Add(effect);
                break;

            case ContractWord.HasTrait:
                var trait = arguments.Trait();
                if (!arguments.IsMalformed && !_traits.Contains(trait))
                    _traits.Add(trait);
                break;

            case ContractWord.RejectsTrait:
                var rejected = new RejectedTrait(arguments.Trait(), arguments.TextOrNull("Argument"), arguments.Bits("Flag"));
                if (!arguments.IsMalformed)
                    _rejects.Add(rejected);
                break;

            case ContractWord.KeptBy:
                var keeper = arguments.Text("Keeper", "this");
                var when = arguments.Condition("When");
                if (!arguments.IsMalformed && _keeper is null)
                    (_keeper, _keptWhen) = (keeper, when);
                break;

            default:
                var read = ReadQuality(_contract, word, arguments);
                if (!arguments.IsMalformed)
                    _contract = read;
                break;
        }

        return !arguments.IsMalformed;
    }

    public ElementContract Build()
    {
        // Together with a release it is that release which says when: the reference goes over to the keeper.
        var isReleased = false;
        if (_keeper != null)
        {
            for (var i = 0; i < _effects.Count; i++)
            {
                if (!_effects[i].Acquires)
                {
                    _effects[i] = _effects[i] with { Keeper = _keeper };
                    isReleased = true;
                }
            }
        }

        var isKept = _keeper != null && !isReleased;
        if (_contract.IsNone && _effects.Count == 0 && _traits.Count == 0 && _rejects.Count == 0 && !isKept)
            return ElementContract.None;

        return _contract with
        {
            Effects = _effects.ToImmutable(),
            Traits = _traits.ToImmutable(),
            Rejects = _rejects.ToImmutable(),
            KeptBy = isKept ? _keeper : null,
            KeptWhen = isKept ? _keptWhen : RefCondition.Always,
        };
    }

    private static RefEffect ReadEffect(ContractArguments arguments, bool acquires)
    {
        var effect = new RefEffect
        {
            Acquires = acquires,
            Kind = arguments.Text("Kind", RefEffect.DefaultKind),
            When = arguments.Condition("When"),
            WhenParameter = arguments.TextOrNull("WhenParameter"),
            ThrowsOtherwise = arguments.Flag("ThrowsOtherwise"),
            Count = arguments.TextOrNull("Count"),
            Member = arguments.TextOrNull("Member"),
        };
        return acquires ? effect : effect with
        {
            Idempotent = arguments.Flag("Idempotent"),
            All = arguments.Flag("All"),
            Of = arguments.TextOrNull("Of"),
        };
    }

    private static ElementContract ReadQuality(ElementContract contract, ContractWord word, ContractArguments arguments)
    {
        switch (word)
        {
            case ContractWord.RequiresRef:
                // Of several, the first one counts that names a kind: it asks for more.
                return contract with
                {
                    Requires = true,
                    RequiredKind = contract.RequiredKind ?? arguments.TextOrNull("Kind"),
                    RequiresHeld = contract.RequiresHeld | arguments.Flag("Held"),
                };

            case ContractWord.AliasOf:
                return contract with { AliasOf = contract.AliasOf ?? arguments.Text("Source", "this") };

            case ContractWord.TraitTest:
                return contract with { TestedTrait = contract.TestedTrait ?? arguments.Trait() };

            case ContractWord.RunsAtDispose:
                return contract with { RunsAtDispose = true };
        }

        // The origins exclude each other; the first one counts.
        if (contract.Origin != RefOrigin.Unstated)
            return contract;

        return word switch
        {
            ContractWord.BorrowedRef => contract with
            {
                Origin = RefOrigin.Borrowed,
                BorrowedFrom = arguments.TextOrNull("From", absent: "this"),
            },
            ContractWord.UncountedRef => contract with { Origin = RefOrigin.Uncounted },
            ContractWord.OwnedRef => contract with
            {
                Origin = RefOrigin.Owned,
                OwnedKind = arguments.Text("Kind", RefEffect.DefaultKind),
                OwnedWhenMember = arguments.TextOrNull("WhenMember"),
            },
            _ => contract,
        };
    }
}
