using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.Analyzers.Contracts.Files;

/// <summary>One clause of an entry: what one attribute says of one element.</summary>
/// <param name="Word">The attribute that it stands for.</param>
/// <param name="Place">Where that attribute would be written.</param>
/// <param name="Parameter">The parameter on which it would be written; <see langword="null"/> in every other place.</param>
/// <param name="Options">The properties of the attribute that the clause sets.</param>
/// <param name="Span">Where it stands in the file.</param>
internal sealed record ContractClause(
    ContractWord Word,
    ContractPlace Place,
    string? Parameter,
    ImmutableArray<ClauseOption> Options,
    TextSpan Span);

/// <summary>One property of the attribute that a clause stands for.</summary>
/// <param name="Property">The name of the property.</param>
/// <param name="Value">What it is set to; of a flag that is set, the empty text; <see langword="null"/> as in <c>from=null</c>.</param>
internal readonly record struct ClauseOption(string Property, string? Value);
