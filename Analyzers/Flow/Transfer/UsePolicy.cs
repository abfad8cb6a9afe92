using System.Collections.Generic;
using Devmap.Analyzers.Contracts;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>
/// Which members of a counted type count as a use of the object. Where the type marks some with
/// <c>[RequiresRef]</c>, its author has said which ones need a reference, and only those do. Where it marks none, every
/// instance member does, except what every object has and what only asks for the state of the count.
/// </summary>
internal sealed class UsePolicy
{
    private readonly ContractProvider _contracts;
    private readonly Dictionary<ITypeSymbol, bool> _marksRequirements = new(SymbolEqualityComparer.Default);

    public UsePolicy(ContractProvider contracts) => _contracts = contracts;

    public bool IsUse(ISymbol member, ITypeSymbol type)
    {
        if (member.ContainingType is null || member.ContainingType.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType)
        {
            return false;
        }

        return !IsObjectMethod(member) && !AsksForState(member) && !MarksRequirements(type);
    }

    private static bool IsObjectMethod(ISymbol member)
    {
        if (member is not IMethodSymbol method)
        {
            return false;
        }

        while (method.OverriddenMethod is { } overridden)
        {
            method = overridden;
        }

        return method.ContainingType?.SpecialType == SpecialType.System_Object || method.Name is "Equals" or "GetHashCode" or "ToString";
    }

    // IsDisposed, IsAlive, RefCount: what a caller asks to find out whether the object may still be used.
    private static bool AsksForState(ISymbol member)
    {
        ITypeSymbol? type = member switch
        {
            IPropertySymbol property => property.Type,
            IMethodSymbol { Parameters.IsEmpty: true } method => method.ReturnType,
            IFieldSymbol field => field.Type,
            _ => null,
        };
        return type?.SpecialType switch
        {
            SpecialType.System_Boolean => true,
            SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt32 or SpecialType.System_UInt64 =>
                member.Name.EndsWith("Count", System.StringComparison.OrdinalIgnoreCase)
                || member.Name.EndsWith("Refs", System.StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
    }

    private bool MarksRequirements(ITypeSymbol type)
    {
        if (!_marksRequirements.TryGetValue(type, out bool marks))
        {
            marks = FindRequirement(type);
            _marksRequirements.Add(type, marks);
        }

        return marks;
    }

    private bool FindRequirement(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (DeclaresRequirement(current))
            {
                return true;
            }
        }

        foreach (INamedTypeSymbol @interface in type.AllInterfaces)
        {
            if (DeclaresRequirement(@interface))
            {
                return true;
            }
        }

        return false;
    }

    private bool DeclaresRequirement(ITypeSymbol type)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            if (!member.IsStatic && member is IMethodSymbol or IPropertySymbol && _contracts.Of(member).Receiver.Requires)
            {
                return true;
            }
        }

        return false;
    }
}
