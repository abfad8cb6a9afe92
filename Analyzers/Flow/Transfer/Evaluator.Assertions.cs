using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Transfer;

/// <summary>Calls that come back only if a condition holds: assertions.</summary>
internal sealed partial class Evaluator
{
    /// <summary>Behind <c>[DoesNotReturnIf(false)] condition</c> the condition is true; where it cannot be, the path ends here.</summary>
    private void AssumeAsserted(Call call)
    {
        foreach (CallArgument argument in call.Arguments)
        {
            if (!_dead && argument.Parameter is { } parameter && DoesNotReturnIf(parameter) is { } answer)
            {
                Require(Conditions.Assume(_state, argument.Value, !answer));
            }
        }
    }

    /// <summary>The value of the parameter with which the call does not come back; <see langword="null"/>: nothing is said.</summary>
    private static bool? DoesNotReturnIf(IParameterSymbol parameter)
    {
        if (parameter.Type.SpecialType != SpecialType.System_Boolean)
        {
            return null;
        }

        foreach (AttributeData attribute in parameter.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "DoesNotReturnIfAttribute", ContainingNamespace.Name: "CodeAnalysis" }
                && attribute.ConstructorArguments is { Length: 1 } arguments)
            {
                return arguments[0].Value as bool?;
            }
        }

        return null;
    }
}
