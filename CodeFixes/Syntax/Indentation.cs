using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.CodeFixes.Syntax;

/// <summary>
/// Moves whole lines one step to the right or back; but for those that begin inside a token (the lines of a string are
/// its value), blank lines, directives other than regions, and the text that they disable.
/// </summary>
internal static class Indentation
{
    /// <summary>Indents every line that begins inside <paramref name="span"/>.</summary>
    public static void Increase(SourceEdit edit, FixSite site, TextSpan span, string unit)
    {
        foreach (var line in MovableLines(site, span))
        {
            edit.Insert(line.Start, unit);
        }
    }

    /// <summary>Takes one step off every line that begins inside <paramref name="span"/> and has it.</summary>
    public static void Decrease(SourceEdit edit, FixSite site, TextSpan span, string unit)
    {
        foreach (var line in MovableLines(site, span))
        {
            if (line.ToString().StartsWith(unit, System.StringComparison.Ordinal))
            {
                edit.Delete(new TextSpan(line.Start, unit.Length));
            }
        }
    }

    private static IEnumerable<TextLine> MovableLines(FixSite site, TextSpan span) =>
        site.Text.Lines.Skip(site.Text.Lines.IndexOf(span.Start))
            .TakeWhile(line => line.Start < span.End)
            .Where(line => line.Start >= span.Start && MayMove(site, line));

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
        var isRegion = trivia.IsKind(SyntaxKind.RegionDirectiveTrivia) || trivia.IsKind(SyntaxKind.EndRegionDirectiveTrivia);
        return isRegion || (!trivia.IsDirective && !trivia.IsKind(SyntaxKind.DisabledTextTrivia));
    }
}
