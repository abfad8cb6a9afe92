using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Stories;

/// <summary>One line of a story.</summary>
/// <param name="Role"><c>acquire</c>, <c>lookup</c>, <c>release</c>, <c>branch</c>, <c>throw</c>, or <c>end</c> for the last.</param>
/// <param name="Place">Where it happens; <see langword="null"/>: at the end of the body.</param>
/// <param name="Text">What happens, as a sentence without its full stop.</param>
internal sealed record StoryStep(string Role, SyntaxNode? Place, string Text);
