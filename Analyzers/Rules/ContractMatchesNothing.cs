using Devmap.Analyzers.Contracts.Files;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Rules;

/// <summary>DVM3004: an entry of a contract file that speaks of a member which a referenced type does not have.</summary>
internal static class ContractMatchesNothing
{
    public static Diagnostic Report(ContractEntry entry, string miss, LoadedContractFile file) =>
        Diagnostic.Create(Descriptors.ContractMatchesNothing, file.LocationOf(entry.Span), entry.Id.Text, miss);
}
