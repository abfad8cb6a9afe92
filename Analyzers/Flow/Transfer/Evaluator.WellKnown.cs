using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>Members of the platform that move values about rather than work on them.</summary>
internal sealed partial class Evaluator
{
    /// <summary>The result of a call that is understood by itself; <see langword="null"/>: it is a call like any other.</summary>
    private Value? VisitWellKnown(Call call, IInvocationOperation invocation)
    {
        INamedTypeSymbol? type = call.Member.ContainingType;
        if (VisitTaskMember(call.Receiver, call.Member, invocation) is { } yielded)
        {
            return yielded;
        }

        if (call.Receiver is { } receiver && call.Arguments.IsEmpty && call.Member.Name == "GetValueOrDefault" && type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            return receiver;
        }

        switch (type?.Name, call.Member.Name)
        {
            case ("Interlocked", _) when IsThreading(type) && call.Arguments.Length > 0 && VisitInterlockedCounter(call, invocation) is { } counted:
                return counted;
            case ("Interlocked", "Exchange") when IsThreading(type) && call.Arguments.Length == 2:
                return Exchange(call.Arguments[0], call.Arguments[1].Value, invocation);
            case ("Interlocked", "CompareExchange") when IsThreading(type) && call.Arguments.Length == 3 && invocation.Type is { IsReferenceType: true }:
                return CompareExchange(call.Arguments[0], call.Arguments[1].Value, call.Arguments[2].Value, invocation);
            case ("Volatile", "Read") when IsThreading(type) && call.Arguments.Length == 1:
                return call.Arguments[0].Value;
            case ("Volatile", "Write") when IsThreading(type) && call.Arguments.Length == 2:
                Assign(call.Arguments[0].Operation, call.Arguments[1].Value, invocation);
                return call.Arguments[1].Value;
            case ("Object", "ReferenceEquals") when call.Arguments.Length == 2:
                return Conditions.Equal(_state, call.Arguments[0].Value, call.Arguments[1].Value);
            case ("IntPtr" or "UIntPtr", _) when call.Receiver is not null && NumberOfPointer.Is(call):
                Escape(call.Receiver);
                return null;
            case (_, "ConfigureAwait") when call.Receiver is not null:
                return call.Receiver;
            case ("TaskAsyncEnumerableExtensions", "ConfigureAwait"):
                return call.Arguments[0].Value;
            case (_, "MoveNext") when call.Receiver is not null:
                MoveNext(call.Receiver);
                return null;
            default:
                return null;
        }
    }

    /// <summary><c>HasValue</c> and <c>Value</c>: a counted struct is the same object with and without the <c>?</c> of its type.</summary>
    private Value VisitNullable(IPropertySymbol property, Value nullable)
    {
        if (property.Name == "HasValue")
        {
            return Conditions.Not(Conditions.Equal(_state, nullable, Values.Null));
        }

        Require(Conditions.AssumeNullness(_state, nullable, Nullness.NotNull));
        return nullable;
    }

    private static bool IsThreading(INamedTypeSymbol? type) =>
        type?.ContainingNamespace is { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>The next element: what was read through the enumerator is another object now.</summary>
    private void DropMembers(Value receiver, int except = -1)
    {
        FlowState state = _state;
        for (int i = 0; i < state.Names.Count; i++)
        {
            if (_context.Names[state.Names.KeyAt(i)].Receiver == receiver.Id && state.Names.KeyAt(i) != except)
            {
                _state = _state.WithoutName(state.Names.KeyAt(i));
            }
        }
    }
}
