using System;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>What a member of a collection does with the elements.</summary>
internal enum CollectionUse
{
    /// <summary>Nothing is known: anything may happen to what is in it.</summary>
    Unknown,

    /// <summary>The elements stay where they are; one that comes out is lent.</summary>
    Looks,

    /// <summary>The argument goes in; where the member answers with a <see langword="bool"/>, only if that is true.</summary>
    Adds,

    /// <summary>As many as there are in an argument go in.</summary>
    AddsMany,

    /// <summary>An element comes out: as the result, or as an <c>out</c> argument where the answer is true.</summary>
    TakesOut,

    /// <summary>The argument itself comes out where the answer is true.</summary>
    Removes,

    /// <summary>Everything in it is dropped.</summary>
    Clears,
}

/// <summary>
/// Knows the members of collections by their names: those of the platform, and of whoever names his own as the platform does.
/// </summary>
internal static class CollectionMember
{
    public static CollectionUse UseOf(IMethodSymbol method)
    {
        string name = method.Name;
        switch (name)
        {
            case "Clear" when method.Parameters.IsEmpty:
                return CollectionUse.Clears;
            case "Dequeue" or "Pop" or "Take" when !method.ReturnsVoid:
            case "TryDequeue" or "TryPop" or "TryTake" or "TryRemove" when HasOut(method):
            case "Remove" when HasOut(method):
                return CollectionUse.TakesOut;
            case "Remove" when method.Parameters.Length == 1 && IsElement(method.Parameters[0]):
                return CollectionUse.Removes;
            case "AddRange" or "UnionWith" or "InsertRange" or "PushRange" or "EnqueueRange":
                return CollectionUse.AddsMany;
            case "Enqueue" or "Push" or "Insert" or "TryPush" or "TryEnqueue" or "TryAdd" or "Add" or "AddFirst" or "AddLast" or "AddBefore" or "AddAfter":
                return CollectionUse.Adds;
            case "Peek" or "TryPeek" or "TryGetValue" or "Find" or "FindLast" or "IndexOf" or "LastIndexOf" or "EnsureCapacity" or "TrimExcess"
                or "GetEnumerator" or "BinarySearch" or "Exists" or "ToString":
                return CollectionUse.Looks;
            default:
                return name.StartsWith("Contains", StringComparison.Ordinal) ? CollectionUse.Looks : CollectionUse.Unknown;
        }
    }

    /// <summary>Of a keyed collection <c>Remove</c> is given the key; the element that goes has no name.</summary>
    private static bool IsElement(IParameterSymbol parameter)
    {
        ITypeSymbol declared = parameter.OriginalDefinition.Type;
        return declared is not ITypeParameterSymbol { Ordinal: var ordinal, ContainingSymbol: INamedTypeSymbol { TypeParameters.Length: var count } } || ordinal == count - 1;
    }

    private static bool HasOut(IMethodSymbol method)
    {
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (parameter.RefKind == RefKind.Out)
            {
                return true;
            }
        }

        return false;
    }
}
