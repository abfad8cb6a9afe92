using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary><c>[KeptBy]</c> without a release: the keeper takes a reference of its own, and ours stays ours.</summary>
internal sealed partial class Evaluator
{
    /// <summary>From here on the object lives at least as long as its keeper, if the answer says so.</summary>
    private void KeepAlive(Call call, ElementContract contract, Value target, Value answer)
    {
        if (contract.KeptBy is not { } name || _dead || (contract.KeptWhen != RefCondition.Always && !Fork(answer, contract.KeptWhen)) || _dead)
        {
            return;
        }

        if (ResourceFor(target) is { Escaped: false } resource)
        {
            _state = _state.WithResource(target, resource with { Keeper = AliasSource(call, name)?.Id ?? Resource.KeptForGood });
        }
    }
}
