using Devmap.Analyzers.Contracts;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>
/// Whether what is owned in a place is the object there, or what is in it: <c>[OwnedRef] byte[]</c> of the kind
/// <c>"rent"</c> is a rented array, <c>[OwnedRef] Page[]</c> an array of pages.
/// </summary>
internal static class OwnedElements
{
    /// <summary>The type of the elements that are owned; <see langword="null"/> where it is the object itself.</summary>
    public static ITypeSymbol? TypeIn(ITypeSymbol type, string kind, ContractProvider contracts)
    {
        if (!CallTarget.IsSequence(type) || type.SpecialType == SpecialType.System_String || CanRelease(type, kind, contracts))
        {
            return null;
        }

        if (type is IArrayTypeSymbol array)
        {
            return CallTarget.IsHandle(array.ElementType) || Mentions(array.ElementType, kind, contracts) ? array.ElementType : null;
        }

        if (type is not INamedTypeSymbol { TypeArguments.IsEmpty: false } named)
        {
            return ElementOf(type);
        }

        // Of a dictionary the keys may be what is counted; mostly it is the values.
        for (int i = named.TypeArguments.Length - 1; i >= 0; i--)
        {
            if (Mentions(named.TypeArguments[i], kind, contracts))
            {
                return named.TypeArguments[i];
            }
        }

        return named.TypeArguments[named.TypeArguments.Length - 1];
    }

    private static ITypeSymbol? ElementOf(ITypeSymbol sequence)
    {
        foreach (INamedTypeSymbol @interface in sequence.AllInterfaces)
        {
            if (@interface.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
            {
                return @interface.TypeArguments[0];
            }
        }

        return null;
    }

    /// <summary>The type is counted, or wraps one that is: <c>Lazy&lt;Page&gt;</c>, <c>(int, Page)</c>.</summary>
    private static bool Mentions(ITypeSymbol type, string kind, ContractProvider contracts)
    {
        if (CanRelease(type, kind, contracts))
        {
            return true;
        }

        if (type is INamedTypeSymbol named)
        {
            foreach (ITypeSymbol argument in named.TypeArguments)
            {
                if (Mentions(argument, kind, contracts))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether the type has a member that gives up a reference of the kind on its object.</summary>
    public static bool CanRelease(ITypeSymbol type, string kind, ContractProvider contracts)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (DeclaresRelease(current, kind, contracts))
            {
                return true;
            }
        }

        foreach (INamedTypeSymbol @interface in type.AllInterfaces)
        {
            if (DeclaresRelease(@interface, kind, contracts))
            {
                return true;
            }
        }

        return type is ITypeParameterSymbol parameter && AnyCanRelease(parameter, kind, contracts);
    }

    private static bool AnyCanRelease(ITypeParameterSymbol parameter, string kind, ContractProvider contracts)
    {
        foreach (ITypeSymbol constraint in parameter.ConstraintTypes)
        {
            if (CanRelease(constraint, kind, contracts))
            {
                return true;
            }
        }

        return false;
    }

    private static bool DeclaresRelease(ITypeSymbol type, string kind, ContractProvider contracts)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is not IMethodSymbol { IsStatic: false, MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } method)
            {
                continue;
            }

            foreach (RefEffect effect in contracts.Of(method).Receiver.Effects)
            {
                if (!effect.Acquires && effect.Kind == kind && effect.Member is null)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
