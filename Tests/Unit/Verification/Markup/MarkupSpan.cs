using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A marked part of a text.</summary>
/// <param name="Name">What stands before the colon; <see langword="null"/> for <c>[|...|]</c>.</param>
/// <param name="Span">The part, counted in the text without its markup.</param>
internal readonly record struct MarkupSpan(string? Name, TextSpan Span)
{
    /// <summary>Whether it is a place with a number, <c>{|#0:...|}</c>, not a diagnostic.</summary>
    public bool IsKey => Name is ['#', ..];
}
