using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Contracts;

/// <summary>Types whose instances are counted: some member of theirs counts references on its object, or requires one.</summary>
internal sealed class CountedTypes
{
    private readonly ContractProvider _contracts;
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _known = new(SymbolEqualityComparer.Default);

    public CountedTypes(ContractProvider contracts) => _contracts = contracts;

    /// <summary>Whether the type is one, or an array or a generic type of them.</summary>
    public bool Mentions(ITypeSymbol? type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return Mentions(array.ElementType);
            case INamedTypeSymbol named:
                foreach (ITypeSymbol argument in named.TypeArguments)
                {
                    if (Mentions(argument))
                    {
                        return true;
                    }
                }

                return IsCounted(named.OriginalDefinition);
            default:
                return false;
        }
    }

    private bool IsCounted(INamedTypeSymbol definition)
    {
        if (!_known.TryGetValue(definition, out bool counted))
        {
            counted = Find(definition);
            _known.TryAdd(definition, counted);
        }

        return counted;
    }

    private bool Find(INamedTypeSymbol definition)
    {
        if (definition.SpecialType != SpecialType.None || definition.TypeKind is TypeKind.Enum or TypeKind.Delegate)
        {
            return false;
        }

        foreach (ISymbol member in definition.GetMembers())
        {
            if (SaysThatItCounts(member))
            {
                return true;
            }
        }

        foreach (INamedTypeSymbol implemented in definition.Interfaces)
        {
            if (IsCounted(implemented.OriginalDefinition))
            {
                return true;
            }
        }

        return definition.BaseType is { } parent && IsCounted(parent.OriginalDefinition);
    }

    private bool SaysThatItCounts(ISymbol member) => member switch
    {
        IMethodSymbol or IPropertySymbol => _contracts.Of(member).Receiver is { IsNone: false, IsAssumed: false },
        IFieldSymbol => _contracts.Of(member).CountsRef is not null,
        _ => false,
    };
}
