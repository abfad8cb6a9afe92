using Devmap.Analyzers.Contracts.Files;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Rules;

/// <summary>DVM3001: a contract that contradicts another one, stands where it means nothing, or cannot be read.</summary>
internal static class InvalidContract
{
    public static Diagnostic Report(ContractFileProblem problem, LoadedContractFile file) =>
        Diagnostic.Create(Descriptors.InvalidContract, file.LocationOf(problem.Span), problem.Message);
}
