using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.Analyzers.Contracts.Files;

/// <summary>One line of a contract file that says something.</summary>
/// <param name="Id">Of whom it speaks.</param>
/// <param name="Span">Where the id stands in the file.</param>
/// <param name="Clauses">What it says, in the order written; never empty.</param>
internal sealed record ContractEntry(DocumentationId Id, TextSpan Span, ImmutableArray<ContractClause> Clauses);
