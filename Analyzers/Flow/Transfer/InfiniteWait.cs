using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>Waits of the platform that have no end but success: <c>TryEnterReadLock(-1)</c> answers nothing but <see langword="true"/>.</summary>
internal static class InfiniteWait
{
    private const int Infinite = -1;

    public static bool Is(Call call)
    {
        if (call.Member.ContainingNamespace is not { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
        {
            return false;
        }

        foreach (CallArgument argument in call.Arguments)
        {
            if (argument.Operation is { ConstantValue: { HasValue: true, Value: Infinite } } && argument.Parameter?.Name == "millisecondsTimeout"
                || argument.Operation is IFieldReferenceOperation { Field: { Name: "InfiniteTimeSpan", ContainingType.Name: "Timeout" } })
            {
                return true;
            }
        }

        return false;
    }
}
