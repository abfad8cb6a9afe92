using Devmap.Analyzers.Flow.Values;
using Devmap.Analyzers.Options;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Findings;

/// <summary>What the options want to hear nothing of.</summary>
internal static class Exclusion
{
    /// <summary>Whether the body of the member is excluded, with the lambdas and local functions in it.</summary>
    public static bool OfBody(ISymbol member, DevmapOptions options) => IsListed(member, options.ExcludedMembers);

    /// <summary>Whether a finding is about an object of an excluded type or a call of an excluded member.</summary>
    public static bool OfFinding(Finding finding, DevmapOptions options) =>
        (!options.ExcludedTypes.IsEmpty && finding.Subject is OpaqueValue { Type: { } type } && IsOrDerives(type, options.ExcludedTypes))
        || (finding.Member is { } member && IsListed(member, options.ExcludedMembers));

    private static bool IsOrDerives(ITypeSymbol type, SymbolList excluded)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (excluded.Contains(current))
            {
                return true;
            }
        }

        foreach (INamedTypeSymbol @interface in type.AllInterfaces)
        {
            if (excluded.Contains(@interface))
            {
                return true;
            }
        }

        return type is IArrayTypeSymbol { ElementType: { } element } && IsOrDerives(element, excluded);
    }

    /// <summary>An accessor is listed with its property, an override with what it overrides.</summary>
    private static bool IsListed(ISymbol member, SymbolList excluded)
    {
        if (excluded.IsEmpty)
        {
            return false;
        }

        for (ISymbol? current = member; current is not null; current = OverriddenBy(current))
        {
            if (excluded.Contains(current) || (current is IMethodSymbol { AssociatedSymbol: { } property } && excluded.Contains(property)))
            {
                return true;
            }
        }

        return false;
    }

    private static ISymbol? OverriddenBy(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod ?? method.ReducedFrom,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };
}
