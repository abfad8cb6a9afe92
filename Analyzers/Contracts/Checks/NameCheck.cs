using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Contracts.Checks;

/// <summary>Whether what a statement names is there, and is of a kind that fits.</summary>
internal static class NameCheck
{
    public static ContractMistake? Find(ContractStatement statement) =>
        WhenParameter(statement)
        ?? Count(statement)
        ?? Object(statement, "Of", statement.Word == ContractWord.ReleasesRef)
        ?? Object(statement, "From", statement.Word == ContractWord.BorrowedRef)
        ?? Object(statement, "Source", statement.Word == ContractWord.AliasOf)
        ?? Object(statement, "Keeper", statement.Word == ContractWord.KeptBy)
        ?? Parameter(statement, "Argument")
        ?? MemberNameCheck.Find(statement);

    private static ContractMistake? WhenParameter(ContractStatement statement)
    {
        if (Parameter(statement, "WhenParameter") is { } missing)
        {
            return missing;
        }

        return statement.Arguments.TextOrNull("WhenParameter") is { } name && statement.ParameterNamed(name)!.RefKind is not (RefKind.Ref or RefKind.Out)
            ? new ContractMistake($"'{name}' is passed by value, and answers nothing to the caller")
            : null;
    }

    private static ContractMistake? Count(ContractStatement statement)
    {
        if (statement.Arguments.TextOrNull("Count") is not { } name)
        {
            return null;
        }

        if (name == ContractStatement.Return)
        {
            return statement.AnswerType is not { } answer ? new ContractMistake($"'{NameOf(statement)}' returns nothing that could say how many")
                : !ValueTypes.IsInteger(answer) ? new ContractMistake($"'{NameOf(statement)}' returns no number that could say how many")
                : null;
        }

        if (Parameter(statement, "Count") is { } missing)
        {
            return missing;
        }

        IParameterSymbol counter = statement.ParameterNamed(name)!;
        return !ValueTypes.IsInteger(counter.Type) ? new ContractMistake($"'{name}' is no number that could say how many")
            : SymbolEqualityComparer.Default.Equals(counter, statement.Parameter) ? new ContractMistake($"'{name}' says how many of itself")
            : null;
    }

    /// <summary>A property that names the receiver, a parameter, or, of a keeper, the return value.</summary>
    private static ContractMistake? Object(ContractStatement statement, string property, bool applies)
    {
        if (!applies || statement.Arguments.TextOrNull(property, ContractStatement.This) is not { } name)
        {
            return null;
        }

        if (name == ContractStatement.This)
        {
            // Of a static member something else may be meant by it; but nothing can be the very object that is not there.
            return statement.HasReceiver || property is not ("Source" or "Keeper")
                ? null
                : new ContractMistake($"'{NameOf(statement)}' is static, and has no receiver: '{property}' has to name a parameter");
        }

        if (name == ContractStatement.Return && property == "Keeper")
        {
            return statement.AnswerType is null && !statement.IsConstructor && statement.Member is IMethodSymbol { ReturnsVoid: true }
                ? new ContractMistake($"'{NameOf(statement)}' returns nothing that could keep it")
                : null;
        }

        // A field may be borrowed from the object in another one.
        return statement.Place is ContractPlace.Field or ContractPlace.Property && MemberNameCheck.Names(statement.Member.ContainingType, name)
            ? null
            : Parameter(statement, property);
    }

    private static ContractMistake? Parameter(ContractStatement statement, string property)
    {
        if (statement.Arguments.TextOrNull(property) is not { } name || statement.ParameterNamed(name) is not null)
        {
            return null;
        }

        ImmutableArray<IParameterSymbol> parameters = statement.Parameters;
        return Missing(NameOf(statement), "parameter", property, name, parameters.Select(static parameter => parameter.Name));
    }

    public static ContractMistake Missing(string owner, string what, string property, string name, IEnumerable<string> candidates)
    {
        string? nearest = NearestName.OfSlip(name, candidates);
        return new ContractMistake($"'{owner}' has no {what} '{name}'{(nearest is null ? "" : $"; did you mean '{nearest}'?")}", property, nearest);
    }

    private static string NameOf(ContractStatement statement) =>
        statement.IsConstructor ? "new " + statement.Member.ContainingType.Name : statement.Member.Name;
}
