using System.Collections.Generic;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Devmap.CodeFixes.Syntax;

/// <summary>Puts new statements beside another one; an embedded statement gets braces for it.</summary>
internal static class StatementInserter
{
    /// <summary>
    /// Inserts <paramref name="lines"/> directly before the first word of <paramref name="statement"/>: comments above it
    /// stay above both, and an <c>#if</c> above it governs both. False where that is not possible.
    /// </summary>
    public static bool Before(SourceEdit edit, FixSite site, StatementSyntax statement, IReadOnlyList<string> lines)
    {
        var layout = site.Layout(statement);
        var indentation = layout.IndentationAt(statement.SpanStart);
        var embedded = EmbeddedStatement.IsEmbedded(statement);
        if (embedded)
        {
            if (EmbeddedStatement.AddBraces(edit, site, statement) is not { } inner)
            {
                return false;
            }

            indentation = inner;
        }

        var text = embedded || layout.IsFirstOnLine(statement) || lines.Count > 1
            ? layout.LinesBefore(indentation, lines)
            : lines[0] + " ";
        edit.Insert(statement.SpanStart, text);
        return true;
    }

    /// <summary>
    /// Inserts <paramref name="lines"/> after <paramref name="statement"/>, which stands in a list, and after the comment
    /// that follows it on its line.
    /// </summary>
    public static void After(SourceEdit edit, FixSite site, StatementSyntax statement, IReadOnlyList<string> lines)
    {
        var layout = site.Layout(statement);
        var line = site.Text.Lines.GetLineFromPosition(statement.Span.End);
        var endsLine = statement.GetLastToken().GetNextToken(includeZeroWidth: true).SpanStart >= line.End;
        var text = endsLine || lines.Count > 1
            ? layout.LinesBehind(layout.IndentationAt(statement.SpanStart), lines)
            : " " + lines[0];
        edit.Insert(endsLine ? line.End : statement.Span.End, text);
    }

    /// <summary>Inserts <paramref name="lines"/> as the last statements of <paramref name="list"/>, behind its trailing comments.</summary>
    public static void AtEnd(SourceEdit edit, FixSite site, StatementList list, IReadOnlyList<string> lines)
    {
        if (list.Container is not BlockSyntax block)
        {
            After(edit, site, list.Statements[list.Statements.Count - 1], lines);
            return;
        }

        var layout = site.Layout(block);
        if (layout.IsFirstOnLine(block.CloseBraceToken))
        {
            var line = site.Text.Lines.GetLineFromPosition(block.CloseBraceToken.SpanStart);
            var indentation = block.Statements.Count > 0
                ? layout.IndentationAt(block.Statements[block.Statements.Count - 1].SpanStart)
                : layout.IndentationAt(line.Start) + layout.Unit;
            edit.Insert(line.Start, layout.Lines(indentation, lines));
        }
        else
        {
            var before = block.CloseBraceToken.GetPreviousToken();
            edit.Insert(before.Span.End, " " + string.Join(" ", lines));
        }
    }
}
