using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.CodeFixes.Syntax;

/// <summary>Moves whole lines one step to the right.</summary>
internal static class Indentation
{
    /// <summary>
    /// Indents every line that begins inside <paramref name="span"/>, but for those that begin inside a token (the
    /// lines of a string are its value), blank lines, directives and the text that they disable.
    /// </summary>
    public static void Increase(SourceEdit edit, FixSite site, TextSpan span, string unit)
    {
        for (var number = site.Text.Lines.IndexOf(span.Start); number < site.Text.Lines.Count; number++)
        {
            var line = site.Text.Lines[number];
            if (line.Start >= span.End)
            {
                break;
            }

            if (line.Start >= span.Start && MayMove(site, line))
            {
                edit.Insert(line.Start, unit);
            }
        }
    }

    private static bool MayMove(FixSite site, TextLine line)
    {
        var first = line.Start;
        while (first < line.End && char.IsWhiteSpace(site.Text[first]))
        {
            first++;
        }

        if (first == line.End)
        {
            return false;
        }

        var token = site.Root.FindToken(line.Start);
        if (token.SpanStart < line.Start && token.Span.End > line.Start)
        {
            return false;
        }

        var trivia = site.Root.FindTrivia(first);
        return !trivia.IsDirective && !trivia.IsKind(SyntaxKind.DisabledTextTrivia);
    }
}
