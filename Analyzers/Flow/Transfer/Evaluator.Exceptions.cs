using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.State;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>What is left when an operation throws instead of finishing.</summary>
internal sealed partial class Evaluator
{
    private void MayThrow(IOperation operation, ThrowOrigin origin = ThrowOrigin.Unlikely) =>
        _onThrow?.Invoke(_state.WithStep(new Step(StepKind.Threw, operation.Syntax, 0, null)), operation, origin);

    /// <summary>
    /// A callee that throws has acquired nothing, has given up what it gives up without condition, and has not done
    /// what depends on its answer. Plain acquires and releases are counter operations and do not throw.
    /// </summary>
    private void ThrowFrom(Call call, FlowState before)
    {
        if (_onThrow is null
            || CallTarget.CreatesException(call.Operation)
            || CallTarget.WalksArray(call.Operation)
            || call.Contract.NeverThrows
            || (!call.Contract.IsInferred && IsCounterOperation(call)))
        {
            return;
        }

        FlowState after = _state;
        _state = before;
        if (call.Receiver is { } receiver)
        {
            ReleaseUnconditionally(call, call.Contract.Receiver, receiver, null);
        }

        foreach (CallArgument argument in call.Arguments)
        {
            if (argument.Parameter is not { } parameter)
            {
                continue;
            }

            ElementContract contract = call.Contract.Parameter(parameter.Ordinal);
            ReleaseUnconditionally(call, contract, argument.Value, parameter);
            if (MayKeep(call, argument))
            {
                Escape(argument.Value);
            }
        }

        // The flag that tells the exception path apart was not set.
        foreach (CallArgument argument in call.Arguments)
        {
            if (argument.IsWritten && argument.Parameter!.Type.SpecialType == SpecialType.System_Boolean && IsFlagOf(call, argument.Parameter.Name))
            {
                Assign(argument.Operation, Values.False, call.Operation);
            }
        }

        MayThrow(call.Operation, ThrowPolicy.OriginOf(call));
        _state = after;
    }

    private void ReleaseUnconditionally(Call call, ElementContract contract, Values.Value target, IParameterSymbol? parameter)
    {
        switch (contract.OnThrow)
        {
            case ThrowBehavior.Nothing:
                return;
            case ThrowBehavior.Unknown:
                Escape(target);
                return;
        }

        foreach (RefEffect effect in contract.Effects)
        {
            if (!effect.Acquires && effect.When == RefCondition.Always && effect.Member is null)
            {
                Release(call, effect, target, parameter);
            }
        }
    }

    private static bool IsFlagOf(Call call, string parameter)
    {
        foreach (RefEffect effect in call.Contract.Receiver.Effects)
        {
            if (effect.WhenParameter == parameter)
            {
                return true;
            }
        }

        foreach (CallArgument argument in call.Arguments)
        {
            if (argument.Parameter is null)
            {
                continue;
            }

            foreach (RefEffect effect in call.Contract.Parameter(argument.Parameter.Ordinal).Effects)
            {
                if (effect.WhenParameter == parameter)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsCounterOperation(Call call)
    {
        bool any = false;
        foreach (RefEffect effect in call.Contract.Receiver.Effects)
        {
            any = true;
            if (effect.ThrowsOtherwise)
            {
                return false;
            }
        }

        foreach (CallArgument argument in call.Arguments)
        {
            if (argument.Parameter is not { } parameter)
            {
                continue;
            }

            foreach (RefEffect effect in call.Contract.Parameter(parameter.Ordinal).Effects)
            {
                any = true;
                if (effect.Acquires || effect.When != RefCondition.Always)
                {
                    return false;
                }
            }
        }

        return any && call.Operation is not Microsoft.CodeAnalysis.Operations.IObjectCreationOperation;
    }
}
