using System.Collections.Immutable;
using Devmap.Analyzers.Contracts.Checks;
using Devmap.Analyzers.Contracts.Files;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Rules;

/// <summary>DVM3001: a contract that contradicts another one, stands where it means nothing, or cannot be read.</summary>
internal static class InvalidContract
{
    /// <summary>Says it of an attribute.</summary>
    public static Diagnostic Report(WrittenContract contract, ContractMistake mistake)
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        if (mistake is { Property: { } property, Suggestion: { } suggestion })
        {
            properties = properties.Add(DiagnosticProperties.ContractProperty, property).Add(DiagnosticProperties.Suggestion, suggestion);
        }

        SyntaxReference place = contract.Attribute.ApplicationSyntaxReference!;
        return Diagnostic.Create(Descriptors.InvalidContract, Location.Create(place.SyntaxTree, place.Span), properties, mistake.Reason);
    }

    /// <summary>Says it of a line of a contract file.</summary>
    public static Diagnostic Report(ContractFileProblem problem, LoadedContractFile file) =>
        Diagnostic.Create(Descriptors.InvalidContract, file.LocationOf(problem.Span), problem.Message);
}
