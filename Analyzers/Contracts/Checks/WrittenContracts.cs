using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Contracts.Checks;

/// <summary>One contract attribute as it is written.</summary>
/// <param name="Statement">What it says.</param>
/// <param name="Attribute">Where, and how.</param>
internal sealed record WrittenContract(ContractStatement Statement, AttributeData Attribute);

/// <summary>The contract attributes on a declaration.</summary>
internal static class WrittenContracts
{
    /// <summary>Those on the member itself and on its elements, in the order of the source.</summary>
    public static List<WrittenContract> On(ISymbol symbol)
    {
        var written = new List<WrittenContract>();
        switch (symbol)
        {
            case IMethodSymbol { MethodKind: MethodKind.DelegateInvoke } invoke:
                Add(written, invoke, invoke.GetReturnTypeAttributes(), ContractPlace.Return);
                AddParameters(written, invoke, invoke.Parameters);
                break;
            case IMethodSymbol method:
                Add(written, method, method.GetAttributes(), ContractPlace.Method);
                Add(written, method, method.GetReturnTypeAttributes(), ContractPlace.Return);

                // The parameters of an indexer stand on the indexer.
                AddParameters(written, method, method.AssociatedSymbol is IPropertySymbol { Parameters.IsEmpty: false } ? ImmutableArray<IParameterSymbol>.Empty : method.Parameters);
                break;
            case IPropertySymbol property:
                Add(written, property, property.GetAttributes(), ContractPlace.Property);
                AddParameters(written, property, property.Parameters);
                break;
            case IFieldSymbol field:
                Add(written, field, field.GetAttributes(), ContractPlace.Field);
                break;
            case INamedTypeSymbol type:
                Add(written, type, type.GetAttributes(), ContractPlace.Type);
                if (type.DelegateInvokeMethod is { } signature)
                {
                    written.AddRange(On(signature));
                }

                foreach (ISymbol member in type.GetMembers())
                {
                    // The field behind a property is declared with it.
                    if (member is IFieldSymbol { IsImplicitlyDeclared: true })
                    {
                        Add(written, member, member.GetAttributes(), ContractPlace.Field);
                    }
                }

                break;
            case IAssemblySymbol assembly:
                Add(written, assembly, assembly.GetAttributes(), ContractPlace.Assembly);
                break;
            default:
                Add(written, symbol, symbol.GetAttributes(), null);
                break;
        }

        return written;
    }

    private static void AddParameters(List<WrittenContract> written, ISymbol member, ImmutableArray<IParameterSymbol> parameters)
    {
        foreach (IParameterSymbol parameter in parameters)
        {
            Add(written, member, parameter.GetAttributes(), ContractPlace.Parameter, parameter);
        }
    }

    private static void Add(List<WrittenContract> written, ISymbol member, ImmutableArray<AttributeData> attributes, ContractPlace? place, IParameterSymbol? parameter = null)
    {
        foreach (AttributeData attribute in attributes)
        {
            ContractWord word = ContractWords.Of(attribute.AttributeClass);
            if (word != ContractWord.None && attribute.ApplicationSyntaxReference is not null)
            {
                written.Add(new WrittenContract(new ContractStatement(word, place, member, parameter, new AttributeArguments(attribute)), attribute));
            }
        }
    }
}
