using System.Linq;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>
/// Calls that are asked whether an object is there: <c>bool Exists([NotNullWhen(true)] Page? page)</c>, or a helper that says
/// nothing and looks.
/// </summary>
internal sealed partial class Evaluator
{
    private void AssumeNullHints(Call call, Value answer)
    {
        if (call.Operation is not IInvocationOperation { Type.SpecialType: SpecialType.System_Boolean })
        {
            return;
        }

        foreach (CallArgument argument in call.Arguments)
        {
            if (_dead || argument.Parameter is not { RefKind: RefKind.None } parameter || !IsOpenWhether(argument.Value))
            {
                continue;
            }

            if (NullHints.NotNullWhen(parameter) is not { } told)
            {
                if (call.Contract.IsInferred)
                {
                    // What it found, and whether it looked at all, is not told.
                    Escape(argument.Value);
                }
            }
            else if (Fork(answer, told ? RefCondition.True : RefCondition.False))
            {
                Require(Conditions.AssumeNullness(_state, argument.Value, Nullness.NotNull));
            }
            else if (!_dead)
            {
                // The other answer is no proof of null, but who asks takes it for one.
                Escape(argument.Value);
            }
        }
    }

    /// <summary>The object is only there if it was acquired, and nobody has asked yet.</summary>
    private bool IsOpenWhether(Value value) =>
        _state.FactsOf(value) is { Nullness: not Nullness.Null, Resource: { Escaped: false } resource }
        && resource.Pending.Any(pending => pending.Answer == value.Id);
}
