using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Contracts.Checks;

/// <summary>Whether the answer that a condition asks about is there, and can be given.</summary>
internal static class ConditionCheck
{
    public static ContractMistake? Find(ContractStatement statement)
    {
        if (statement.Word is not (ContractWord.AcquiresRef or ContractWord.ReleasesRef or ContractWord.KeptBy))
        {
            return null;
        }

        RefCondition when = statement.Arguments.Condition("When");
        string? parameter = statement.Arguments.TextOrNull("WhenParameter");
        if (when == RefCondition.Always)
        {
            return parameter is null ? null : new ContractMistake($"'{parameter}' has the answer, and no 'When' says which one is meant");
        }

        ITypeSymbol? asked = parameter is null ? statement.AnswerType : statement.ParameterNamed(parameter)!.Type;
        if (asked is null || (parameter is null && statement.Member is IMethodSymbol { MethodKind: MethodKind.PropertySet }))
        {
            return new ContractMistake($"it happens when the answer is '{when}', and there is no answer");
        }

        return ValueTypes.CanAnswer(asked, when)
            ? null
            : new ContractMistake($"it happens when the answer is '{when}', and no '{asked.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}' is that");
    }
}
