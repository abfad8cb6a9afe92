using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Contracts;

/// <summary>From which members a member inherits its contract.</summary>
internal static class ContractInheritance
{
    /// <summary>
    /// The members directly above, nearest first: those it implements by name, the one it overrides, then those that it
    /// implements because they have its name, in the order of <see cref="ITypeSymbol.AllInterfaces"/> (as written, an
    /// interface before those it extends). All are original definitions.
    /// </summary>
    public static ImmutableArray<ISymbol> BasesOf(ISymbol member)
    {
        if (member is IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet, AssociatedSymbol: IPropertySymbol property } accessor)
            return AccessorsOf(BasesOf(property), accessor.MethodKind);

        if (!CanInherit(member))
            return ImmutableArray<ISymbol>.Empty;

        var bases = ImmutableArray.CreateBuilder<ISymbol>();
        switch (member)
        {
            case IMethodSymbol method:
                foreach (var implemented in method.ExplicitInterfaceImplementations)
                    bases.Add(implemented.OriginalDefinition);
                if (method.OverriddenMethod is { } overriddenMethod)
                    bases.Add(overriddenMethod.OriginalDefinition);
                break;

            case IPropertySymbol ofType:
                foreach (var implemented in ofType.ExplicitInterfaceImplementations)
                    bases.Add(implemented.OriginalDefinition);
                if (ofType.OverriddenProperty is { } overriddenProperty)
                    bases.Add(overriddenProperty.OriginalDefinition);
                break;
        }

        AddImplementedByName(member, bases);
        return bases.ToImmutable();
    }

    private static bool CanInherit(ISymbol member) => member switch
    {
        IPropertySymbol => true,
        IMethodSymbol method => method.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation
            or MethodKind.UserDefinedOperator or MethodKind.Conversion or MethodKind.Destructor,
        _ => false,
    };

    private static void AddImplementedByName(ISymbol member, ImmutableArray<ISymbol>.Builder bases)
    {
        if (member.DeclaredAccessibility != Accessibility.Public || member.ContainingType is not { TypeKind: TypeKind.Class or TypeKind.Struct } type)
            return;

        foreach (var implemented in type.AllInterfaces)
        {
            foreach (var candidate in implemented.GetMembers(member.Name))
            {
                if (candidate.Kind == member.Kind
                    && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(candidate), member)
                    && !Contains(bases, candidate.OriginalDefinition))
                {
                    bases.Add(candidate.OriginalDefinition);
                }
            }
        }
    }

    private static bool Contains(ImmutableArray<ISymbol>.Builder symbols, ISymbol symbol)
    {
        foreach (var other in symbols)
        {
            if (SymbolEqualityComparer.Default.Equals(other, symbol))
                return true;
        }

        return false;
    }

    private static ImmutableArray<ISymbol> AccessorsOf(ImmutableArray<ISymbol> properties, MethodKind kind)
    {
        var accessors = ImmutableArray.CreateBuilder<ISymbol>(properties.Length);
        foreach (var property in properties)
        {
            if (AccessorOf((IPropertySymbol)property, kind) is { } accessor)
                accessors.Add(accessor.OriginalDefinition);
        }

        return accessors.ToImmutable();
    }

    /// <summary>An override may have one accessor only; the other one is then that of the property it overrides.</summary>
    private static IMethodSymbol? AccessorOf(IPropertySymbol property, MethodKind kind)
    {
        for (var current = property; current != null; current = current.OverriddenProperty)
        {
            if ((kind == MethodKind.PropertyGet ? current.GetMethod : current.SetMethod) is { } accessor)
                return accessor;
        }

        return null;
    }
}
