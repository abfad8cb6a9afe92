using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.CodeFixes.Syntax;

/// <summary>Wraps neighbouring statements in <c>try { … } finally { … }</c>.</summary>
internal sealed class TryFinallyWrapper
{
    private readonly FixSite _site;
    private readonly TextLayout _layout;
    private readonly StatementList _list;

    public TryFinallyWrapper(FixSite site, StatementList list, SyntaxNode near)
    {
        _site = site;
        _list = list;
        _layout = site.Layout(near);
    }

    /// <summary>New statements before the <c>try</c>.</summary>
    public IReadOnlyList<string> Before { get; set; } = new string[0];

    /// <summary>Whether comments above the first statement go into the <c>try</c> with it, or stay above everything that is new.</summary>
    public bool MovesComments { get; set; } = true;

    /// <summary>
    /// Adds the wrapping of the statements <paramref name="first"/> to <paramref name="last"/>, with
    /// <paramref name="cleanup"/> in the <c>finally</c> block. A local that is declared among them and needed afterwards is
    /// declared in front. False, and nothing added, where a directive or a local stands in the way.
    /// </summary>
    public bool TryWrap(SourceEdit edit, int first, int last, IReadOnlyList<string> cleanup, CancellationToken cancellationToken)
    {
        var start = _list.Statements[first];
        var end = EndOf(last);
        var whole = TextSpan.FromBounds(MovesComments ? start.FullSpan.Start : start.SpanStart, end);
        var hoisted = new List<LocalDeclarationStatementSyntax>();
        if (!Directives.AreBalanced(_site.Root, whole) || !FindHoisted(first, last, hoisted))
        {
            return false;
        }

        var indentation = _layout.IndentationAt(start.SpanStart);
        var opening = new List<string>(Before);
        if (opening.Count > 0)
        {
            opening.Add(string.Empty);
        }

        opening.AddRange(hoisted.Select(declaration => DeclarationOf(declaration, cancellationToken)));
        opening.AddRange(_layout.Opening("try"));
        var inner = InsertOpening(edit, start, indentation, opening);
        foreach (var declaration in hoisted)
        {
            edit.Delete(TextSpan.FromBounds(declaration.SpanStart, declaration.Declaration.Variables[0].SpanStart));
        }

        Indentation.Increase(edit, _site, TextSpan.FromBounds(inner, end), _layout.Unit);
        var closing = _layout.BracedTail("finally", cleanup.ToArray()).ToList();
        if (_layout.NeedsBlankLineBehind(end - 1))
        {
            closing.Add(string.Empty);
        }

        var tail = _layout.Lines(indentation, closing);
        InsertTail(edit, end, tail);
        return true;
    }

    private int InsertOpening(SourceEdit edit, StatementSyntax start, string indentation, List<string> opening)
    {
        if (!_layout.IsFirstOnLine(start))
        {
            var header = _layout.LinesBehind(indentation, opening);
            var gap = TextSpan.FromBounds(start.GetFirstToken().GetPreviousToken().Span.End, start.SpanStart);
            edit.Replace(_layout.IsBlank(gap) ? gap : new TextSpan(start.SpanStart, 0), header + _layout.NewLine + indentation + _layout.Unit);
            return start.SpanStart;
        }

        if (!MovesComments)
        {
            edit.Insert(start.SpanStart, _layout.LinesBefore(indentation, opening) + _layout.Unit);
            return start.SpanStart;
        }

        var line = _site.Text.Lines.GetLineFromPosition(start.FullSpan.Start);
        while (line.End < start.SpanStart && _layout.IsBlank(line.Span))
        {
            line = _site.Text.Lines[line.LineNumber + 1];
        }

        edit.Insert(line.Start, _layout.Lines(indentation, opening));
        return line.Start;
    }

    /// <summary>Where the <c>try</c> block closes: behind the comments that end the list, or behind the line of the last statement.</summary>
    private int EndOf(int last)
    {
        var statement = _list.Statements[last];
        if (last == _list.Statements.Count - 1 && _list.Container is BlockSyntax block && _layout.IsFirstOnLine(block.CloseBraceToken))
        {
            return _site.Text.Lines.GetLineFromPosition(block.CloseBraceToken.SpanStart).Start;
        }

        var line = _site.Text.Lines.GetLineFromPosition(statement.Span.End);
        return statement.GetLastToken().GetNextToken(includeZeroWidth: true).SpanStart >= line.End
            ? line.EndIncludingLineBreak
            : statement.Span.End;
    }

    private void InsertTail(SourceEdit edit, int end, string tail)
    {
        var line = _site.Text.Lines.GetLineFromPosition(end);
        if (line.Start == end && end > 0)
        {
            edit.Insert(end, tail);
        }
        else
        {
            // The line of the last statement goes on, or the file ends without a line end.
            edit.Insert(end, _layout.NewLine + tail.Substring(0, tail.Length - _layout.NewLine.Length));
        }
    }

    private bool FindHoisted(int first, int last, List<LocalDeclarationStatementSyntax> hoisted)
    {
        if (last == _list.Statements.Count - 1)
        {
            return true;
        }

        var flow = _site.Model.AnalyzeDataFlow(_list.Statements[first], _list.Statements[last]);
        if (flow is not { Succeeded: true })
        {
            return false;
        }

        var behind = _list.Statements.Skip(last + 1).SelectMany(statement => statement.DescendantTokens())
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText).ToImmutableHashSet();
        foreach (var variable in flow.VariablesDeclared.Where(variable => behind.Contains(variable.Name)))
        {
            var declaration = _list.Statements.Skip(first).Take(last - first + 1).OfType<LocalDeclarationStatementSyntax>()
                .FirstOrDefault(candidate => candidate.Declaration.Variables.Any(declared => declared.Identifier.ValueText == variable.Name));
            if (declaration is null || !CanHoist(declaration))
            {
                return false;
            }

            hoisted.Add(declaration);
        }

        return true;
    }

    private static bool CanHoist(LocalDeclarationStatementSyntax declaration) =>
        declaration.Declaration.Variables.Count == 1
        && declaration.Declaration.Variables[0].Initializer is { Value: not RefExpressionSyntax and not InitializerExpressionSyntax }
        && declaration.UsingKeyword.IsKind(SyntaxKind.None)
        && !declaration.IsConst
        && declaration.Declaration.Type is not RefTypeSyntax
        && !declaration.DescendantTrivia().Any(trivia => trivia.IsDirective);

    private string DeclarationOf(LocalDeclarationStatementSyntax declaration, CancellationToken cancellationToken)
    {
        var variable = declaration.Declaration.Variables[0];
        var type = declaration.Declaration.Type;
        var written = type.IsVar && _site.Model.GetDeclaredSymbol(variable, cancellationToken) is ILocalSymbol local
            ? local.Type.ToMinimalDisplayString(_site.Model, declaration.SpanStart)
            : type.ToString();
        return written + " " + variable.Identifier.Text + ";";
    }
}
