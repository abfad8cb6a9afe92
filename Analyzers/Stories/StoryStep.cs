using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Stories;

/// <summary>One line of a story.</summary>
/// <param name="Role"><c>acquire</c>, <c>lookup</c>, <c>release</c>, <c>branch</c>, <c>throw</c>, or <c>end</c> for the last.</param>
/// <param name="Place">Where it happens.</param>
/// <param name="Text">What happens, as a sentence without its full stop.</param>
/// <param name="Short">The same for the middle of a message, in the past, without the place.</param>
internal sealed record StoryStep(string Role, Location Place, string Text, string Short)
{
    /// <summary>The kind of the reference that it is about; <see langword="null"/> where it is about none.</summary>
    public string? RefKind { get; init; }
}
