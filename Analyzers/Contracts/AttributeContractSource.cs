using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Contracts;

/// <summary>Contracts written as attributes of <c>Devmap.Contracts</c>.</summary>
internal sealed class AttributeContractSource : IContractSource
{
    public MemberContract? Read(ISymbol symbol)
    {
        var builder = new MemberContractBuilder();
        switch (symbol)
        {
            case IMethodSymbol method:
                builder.Add(method.GetAttributes(), ContractPlace.Method);
                builder.Add(method.GetReturnTypeAttributes(), ContractPlace.Return);
                builder.Add(method.Parameters);
                break;
            case IPropertySymbol property:
                builder.Add(property.GetAttributes(), ContractPlace.Property);
                builder.Add(property.Parameters);
                break;
            case IFieldSymbol field:
                builder.Add(field.GetAttributes(), ContractPlace.Field);
                break;
            case INamedTypeSymbol type:
                builder.Add(type.GetAttributes(), ContractPlace.Type);
                break;
            case IAssemblySymbol assembly:
                builder.Add(assembly.GetAttributes(), ContractPlace.Assembly);
                break;
        }

        return builder.Build();
    }
}
