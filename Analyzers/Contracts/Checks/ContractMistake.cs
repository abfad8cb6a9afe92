namespace Devmap.Analyzers.Contracts.Checks;

/// <summary>Why a contract cannot be meant as it is written.</summary>
/// <param name="Reason">The reason, as it stands at the end of a sentence.</param>
/// <param name="Property">The property that names something which does not exist.</param>
/// <param name="Suggestion">What exists and is written most alike.</param>
internal sealed record ContractMistake(string Reason, string? Property = null, string? Suggestion = null);
