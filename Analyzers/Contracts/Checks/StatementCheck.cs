using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Contracts.Checks;

/// <summary>Whether one statement, taken by itself, can be meant as it is written.</summary>
internal static class StatementCheck
{
    /// <summary>The first mistake in it; <see langword="null"/>: there is none. What is doubtful is taken to be right.</summary>
    public static ContractMistake? Find(ContractStatement statement)
    {
        if (statement.Target == ContractTarget.Nowhere)
        {
            return new ContractMistake($"'{statement.Word}' means nothing {PlaceOf(statement)}");
        }

        return NameCheck.Find(statement) ?? ConditionCheck.Find(statement) ?? TargetCheck.Find(statement);
    }

    private static string PlaceOf(ContractStatement statement) => statement.Place switch
    {
        ContractPlace.Method when statement.IsConstructor => "on a constructor",
        ContractPlace.Method => "on a method",
        ContractPlace.Property => "on a property",
        ContractPlace.Field => "on a field",
        ContractPlace.Return => "on a return value",
        ContractPlace.Parameter => "on a parameter",
        ContractPlace.Type => "on a type",
        ContractPlace.Assembly => "on an assembly",
        _ when statement.Member is IEventSymbol => "on an event",
        _ => "here",
    };
}
