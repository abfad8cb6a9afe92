using Devmap.Analyzers.Flow.Execution;
using Devmap.Analyzers.Flow.Names;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>Tasks: the answer of a call that returns one is what waiting for it yields, in whatever way one waits.</summary>
internal sealed partial class Evaluator
{
    private Value VisitAwait(IAwaitOperation await)
    {
        Value task = Visit(await.Operation);
        MayThrow(await, ThrowOrigin.Call);
        return YieldOf(task) ?? (await.Type?.SpecialType == SpecialType.System_Void ? task : Fresh(await));
    }

    /// <summary><c>task.Result</c>, <c>task.GetAwaiter().GetResult()</c> and what leads there; <see langword="null"/>: something else.</summary>
    private Value? VisitTaskMember(Value? task, ISymbol member, IOperation operation)
    {
        if (task is null || YieldOf(task) is not { } yielded)
        {
            return null;
        }

        switch (member.Name)
        {
            case "ConfigureAwait" or "GetAwaiter" or "AsTask" or "Preserve":
                return task;
            case "WaitAsync":
                // It throws where the time is over.
                MayThrow(operation, ThrowOrigin.Call);
                return task;
            case "Result" or "GetResult":
                MayThrow(operation, ThrowOrigin.Call);
                return yielded;
            default:
                return null;
        }
    }

    /// <summary>What waiting for the task yields, where that is known.</summary>
    private Value? YieldOf(Value task) => _state.Names.Find(_context.Names.Find(Name.Awaited(task.Id)));

    /// <summary>A method answers with a task, whatever comes of it, and never with null; what a property has may not be there yet.</summary>
    private static bool IsTaskOfCall(Call call, ITypeSymbol? type) =>
        call.Operation is IInvocationOperation && type is { IsReferenceType: true, NullableAnnotation: not NullableAnnotation.Annotated }
        && CallTarget.IsTask(type, out _);
}
