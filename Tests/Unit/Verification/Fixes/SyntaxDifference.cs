using System.Linq;
using Microsoft.CodeAnalysis.CSharp;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Compares a syntax tree that was built with the one that is read from its text.</summary>
internal static class SyntaxDifference
{
    /// <summary>The first difference in words; <see langword="null"/> if there is none.</summary>
    public static string? Find(SyntaxNodeOrToken made, SyntaxNodeOrToken read, bool withTrivia)
    {
        if (made.RawKind != read.RawKind)
        {
            return $"made {Describe(made)}, read {Describe(read)}.";
        }

        if (made.IsToken)
        {
            return FindInTokens(made.AsToken(), read.AsToken(), withTrivia);
        }

        var parts = made.ChildNodesAndTokens();
        var readParts = read.ChildNodesAndTokens();
        return parts.Count != readParts.Count
            ? $"{Describe(made)} has {parts.Count} parts where its text has {readParts.Count}."
            : parts.Zip(readParts).Select(pair => Find(pair.First, pair.Second, withTrivia)).FirstOrDefault(difference => difference is not null);
    }

    private static string? FindInTokens(SyntaxToken made, SyntaxToken read, bool withTrivia)
    {
        if (made.Text != read.Text)
        {
            return $"made {Describe(made)}, read {Describe(read)}.";
        }

        return withTrivia && !(SameTrivia(made.LeadingTrivia, read.LeadingTrivia) && SameTrivia(made.TrailingTrivia, read.TrailingTrivia))
            ? $"the white space and comments at {Describe(made)} hang on another token."
            : null;
    }

    private static bool SameTrivia(SyntaxTriviaList made, SyntaxTriviaList read) =>
        made.Select(trivia => (trivia.RawKind, trivia.ToFullString())).SequenceEqual(read.Select(trivia => (trivia.RawKind, trivia.ToFullString())));

    private static string Describe(SyntaxNodeOrToken part) => $"{part.Kind()} '{part}'";
}
