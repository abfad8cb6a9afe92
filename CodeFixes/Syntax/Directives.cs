using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.CodeFixes.Syntax;

/// <summary>Questions about <c>#if</c> and <c>#region</c>.</summary>
internal static class Directives
{
    /// <summary>
    /// Whether <paramref name="span"/> cuts no <c>#if … #endif</c> and no <c>#region … #endregion</c> apart. Where it
    /// does, text around the span would be well-formed under one set of symbols and broken under another.
    /// </summary>
    public static bool AreBalanced(SyntaxNode root, TextSpan span) =>
        root.DescendantNodes(span, descendIntoTrivia: true)
            .OfType<DirectiveTriviaSyntax>()
            .Where(directive => span.Contains(directive.Span))
            .All(directive => directive.GetRelatedDirectives().All(related => span.Contains(related.Span)));
}
