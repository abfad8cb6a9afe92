using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.CodeFixes.Syntax;

/// <summary>Puts braces around the single statement of an <c>if</c>, an <c>else</c> or a loop, so that others can stand beside it.</summary>
internal static class EmbeddedStatement
{
    public static bool IsEmbedded(StatementSyntax statement) =>
        statement is not BlockSyntax
        && statement.Parent is IfStatementSyntax or ElseClauseSyntax or WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax
            or CommonForEachStatementSyntax or UsingStatementSyntax or LockStatementSyntax or FixedStatementSyntax;

    /// <summary>
    /// Adds the braces and answers with the indentation between them; <see langword="null"/>, and nothing added, where a
    /// comment stands in the way.
    /// </summary>
    public static string? AddBraces(SourceEdit edit, FixSite site, StatementSyntax statement)
    {
        var layout = site.Layout(statement);
        var header = statement.GetFirstToken().GetPreviousToken();
        var outer = layout.IndentationAt(statement.Parent!.SpanStart);
        var inner = outer + layout.Unit;
        if (layout.IsFirstOnLine(statement))
        {
            inner = layout.IndentationAt(statement.SpanStart);
            var open = layout.BracesOnOwnLine ? site.Text.Lines.GetLineFromPosition(header.Span.End).End : header.Span.End;
            edit.Insert(open, layout.OpenBrace(outer));
        }
        else
        {
            var gap = TextSpan.FromBounds(header.Span.End, statement.SpanStart);
            if (!layout.IsBlank(gap))
            {
                return null;
            }

            edit.Replace(gap, layout.OpenBrace(outer) + layout.NewLine + inner);
            Indentation.Increase(edit, site, statement.Span, layout.Unit);
        }

        Close(site, layout, edit, statement, outer);
        return inner;
    }

    private static void Close(FixSite site, TextLayout layout, SourceEdit edit, StatementSyntax statement, string indentation)
    {
        var brace = layout.NewLine + indentation + "}";
        var line = site.Text.Lines.GetLineFromPosition(statement.Span.End);
        var next = statement.GetLastToken().GetNextToken(includeZeroWidth: true);
        if (next.SpanStart >= line.End)
        {
            edit.Insert(line.End, brace);
            return;
        }

        var gap = TextSpan.FromBounds(statement.Span.End, next.SpanStart);
        if (next.Parent is ElseClauseSyntax && layout.IsBlank(gap))
        {
            edit.Replace(gap, brace + layout.NewLine + indentation);
        }
        else
        {
            edit.Insert(statement.Span.End, brace);
        }
    }
}
