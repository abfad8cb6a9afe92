using Devmap.Analyzers.Flow.State;
using Devmap.Analyzers.Flow.Values;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Summaries;

/// <summary>One way out of a body, with everything that is held there.</summary>
/// <param name="State">The state before anything is handed to the caller.</param>
/// <param name="Returned">The returned value; <see langword="null"/>: none.</param>
/// <param name="Place">The statement that leaves; <see langword="null"/>: the end of the body.</param>
/// <param name="ReturnPlace">The returned expression.</param>
/// <param name="IsThrown">An exception leaves the body, not a value.</param>
internal sealed record BodyExit(FlowState State, Value? Returned, SyntaxNode? Place, SyntaxNode? ReturnPlace, bool IsThrown);
