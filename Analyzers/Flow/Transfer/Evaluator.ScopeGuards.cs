using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary><c>[RunsAtDispose]</c>: a function that a call takes counts as if it stood where the object is disposed that came back.</summary>
internal sealed partial class Evaluator
{
    private static bool RunsAtDispose(Call call, CallArgument argument) =>
        argument.Parameter is { } parameter && call.Contract.Parameter(parameter.Ordinal).RunsAtDispose;

    /// <summary>Remembers at the guard what it will run.</summary>
    private void Defer(Call call, Value guard)
    {
        foreach (CallArgument argument in call.Arguments)
        {
            if (!RunsAtDispose(call, argument))
            {
                continue;
            }

            int name = _context.Names.IdOf(Name.DeferredBy(guard.Id));
            if (guard is OpaqueValue && _state.Names.Find(name) is null)
            {
                // What is to be disposed is there.
                NotNull(guard);
                _state = _state.WithName(name, argument.Value);
            }
            else
            {
                ExposeIfFunction(argument.Value);
            }
        }
    }

    /// <summary>A guard that is disposed runs its function; what any other member does to a guard nobody says.</summary>
    private void RunDeferred(Call call, IInvocationOperation invocation)
    {
        if (call.Receiver is not { } guard || TakeDeferred(guard) is not { } deferred)
        {
            return;
        }

        if (call.Member.Name is not ("Dispose" or "DisposeAsync") || !call.Arguments.IsEmpty || deferred is not OpaqueValue function || !_context.Functions.TryGetValue(function.Site, out var known))
        {
            ExposeIfFunction(deferred);
            return;
        }

        (IMethodSymbol method, ControlFlowGraph graph) = known;
        if (!method.Parameters.IsEmpty || !CanFollow(method, invocation) || Follow(method, graph, call, invocation) is not { } activation)
        {
            ForgetCaptures(method, invocation);
            return;
        }

        Return(activation);
    }

    /// <summary>Who has the guard may dispose it, or not.</summary>
    private void ExposeDeferred(Value guard)
    {
        if (TakeDeferred(guard) is { } deferred)
        {
            ExposeIfFunction(deferred);
        }
    }

    // It runs once.
    private Value? TakeDeferred(Value guard)
    {
        int name = _context.Names.Find(Name.DeferredBy(guard.Id));
        Value? deferred = _state.Names.Find(name);
        if (deferred is not null)
        {
            _state = _state.WithoutName(name);
        }

        return deferred;
    }
}
