using System.Collections.Generic;
using System.Collections.Immutable;
using Devmap.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Devmap.Analyzers.Flow.Names;

/// <summary>Which owned fields and properties of its own object, or of its type, a body mentions.</summary>
internal static class OwnedSlots
{
    public static ImmutableArray<ISymbol> MentionedIn(ControlFlowGraph graph, ContractProvider contracts)
    {
        var slots = ImmutableArray.CreateBuilder<ISymbol>();
        foreach (BasicBlock block in graph.Blocks)
        {
            foreach (IOperation operation in block.Operations)
            {
                Collect(operation, contracts, slots);
            }

            if (block.BranchValue is { } value)
            {
                Collect(value, contracts, slots);
            }
        }

        return slots.ToImmutable();
    }

    /// <summary>
    /// Whether reading and writing the member is all there is to it. A property with accessors of its own does with what
    /// it is given, and with what it held before, as its accessors say.
    /// </summary>
    public static bool IsPlace(ISymbol member)
    {
        if (member is not IPropertySymbol property)
        {
            return member is IFieldSymbol;
        }

        foreach (ISymbol other in property.ContainingType.GetMembers())
        {
            if (other is IFieldSymbol { AssociatedSymbol: { } owner } && SymbolEqualityComparer.Default.Equals(owner, property.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The type of a field or property.</summary>
    public static ITypeSymbol TypeOf(ISymbol member) => member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type;

    private static void Collect(IOperation operation, ContractProvider contracts, ImmutableArray<ISymbol>.Builder slots)
    {
        foreach (IOperation part in operation.DescendantsAndSelf())
        {
            (ISymbol? member, IOperation? instance) = part switch
            {
                IFieldReferenceOperation field => ((ISymbol?)field.Field, field.Instance),
                IPropertyReferenceOperation { Arguments.IsEmpty: true } property => (property.Property, property.Instance),
                _ => (null, null),
            };
            bool isOwn = instance is null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance };
            if (member is not null && isOwn && contracts.Of(member).Return.Origin == RefOrigin.Owned && IsPlace(member) && !Contains(slots, member))
            {
                slots.Add(member);
            }
        }
    }

    private static bool Contains(IEnumerable<ISymbol> slots, ISymbol member)
    {
        foreach (ISymbol slot in slots)
        {
            if (SymbolEqualityComparer.Default.Equals(slot, member))
            {
                return true;
            }
        }

        return false;
    }
}
