using Microsoft.CodeAnalysis.Text;

namespace Devmap.Analyzers.Contracts.Files;

/// <summary>Why a line of a contract file, or a part of it, is not in force.</summary>
/// <param name="Span">The characters that are the reason.</param>
/// <param name="Message">The reason, as it stands at the end of a sentence.</param>
internal sealed record ContractFileProblem(TextSpan Span, string Message);
