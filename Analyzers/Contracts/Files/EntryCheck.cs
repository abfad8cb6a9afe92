using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Contracts.Files;

/// <summary>Whether a clause fits its member: what a file says can be told only where the member is known.</summary>
internal static class EntryCheck
{
    /// <summary>Why the clause is not in force for the member; <see langword="null"/>: it is.</summary>
    public static string? Problem(ContractClause clause, ISymbol symbol)
    {
        ImmutableArray<string> names = ParametersOf(symbol).Select(static parameter => parameter.Name).ToImmutableArray();
        string? missing = clause.Parameter is { } parameter && !names.Contains(parameter)
            ? parameter
            : clause.Options.FirstOrDefault(option => NamesNothing(option, names)).Value;
        if (missing is not null)
        {
            return $"'{symbol.Name}' has no parameter '{missing}'{(NearestName.OfSlip(missing, names) is { } nearest ? $"; did you mean '{nearest}'?" : "")}";
        }

        return clause.Place == ContractPlace.Return && symbol is IMethodSymbol { ReturnsVoid: true, MethodKind: not MethodKind.Constructor }
            ? $"'{symbol.Name}' returns nothing"
            : null;
    }

    public static ImmutableArray<IParameterSymbol> ParametersOf(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        _ => ImmutableArray<IParameterSymbol>.Empty,
    };

    private static bool NamesNothing(ClauseOption option, ImmutableArray<string> names) => option switch
    {
        { Property: "WhenParameter" or "Argument", Value: { } name } => !names.Contains(name),
        { Property: "Count", Value: { } name } => name != "return" && !names.Contains(name),
        { Property: "Of" or "From" or "Source", Value: { } name } => name != "this" && !names.Contains(name),
        { Property: "Keeper", Value: { } name } => name is not ("this" or "return") && !names.Contains(name),
        _ => false,
    };
}
