using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Contracts;

/// <summary>
/// <c>[NotNullWhen]</c> and <c>[MaybeNullWhen]</c>: where nothing comes out, nothing was acquired, whatever a contract without a
/// condition says.
/// </summary>
internal static class NullHints
{
    /// <summary>The contract with the conditions that the hints of the method give to its <c>out</c> and <c>ref</c> parameters.</summary>
    public static MemberContract Apply(MemberContract contract, IMethodSymbol method)
    {
        if (contract.Parameters.IsEmpty || method.ReturnType.SpecialType != SpecialType.System_Boolean)
        {
            return contract;
        }

        ImmutableArray<ElementContract> parameters = contract.Parameters;
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (parameter.RefKind is RefKind.Out or RefKind.Ref && NotNullWhen(parameter) is { } answer)
            {
                ElementContract element = parameters[parameter.Ordinal];
                parameters = parameters.SetItem(parameter.Ordinal, Apply(element, answer ? RefCondition.True : RefCondition.False));
            }
        }

        return parameters == contract.Parameters ? contract : contract with { Parameters = parameters };
    }

    /// <summary>The answer of the method that tells that the parameter is not null; <see langword="null"/>: nothing is said.</summary>
    public static bool? NotNullWhen(IParameterSymbol parameter)
    {
        foreach (AttributeData attribute in parameter.GetAttributes())
        {
            if (attribute is { AttributeClass: { Name: var name, ContainingNamespace.Name: "CodeAnalysis" }, ConstructorArguments: { Length: 1 } arguments }
                && arguments[0].Value is bool answer)
            {
                switch (name)
                {
                    case "NotNullWhenAttribute":
                        return answer;
                    case "MaybeNullWhenAttribute":
                        return !answer;
                }
            }
        }

        return null;
    }

    private static ElementContract Apply(ElementContract element, RefCondition when)
    {
        foreach (RefEffect effect in element.Effects)
        {
            if (effect is not { Acquires: true, When: RefCondition.Always, Count: null })
            {
                return element;
            }
        }

        return element.Effects.IsEmpty ? element : element with
        {
            Effects = ImmutableArray.CreateRange(element.Effects, effect => effect with { When = when }),
        };
    }
}
