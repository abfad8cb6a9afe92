using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.CodeFixes.Syntax;

/// <summary>
/// How the text around an edit is laid out: its line ends, its indentation, where its braces stand. New lines follow
/// what is there and not an option, because a file that disagrees with its options must not become a mixture.
/// </summary>
internal sealed class TextLayout
{
    private const string DefaultUnit = "    ";

    private readonly SourceText _text;

    public TextLayout(SourceText text, SyntaxNode root, SyntaxNode near)
    {
        _text = text;
        NewLine = FindNewLine(text);
        var blocks = NearestFirst(root, near);
        Unit = blocks.Select(IndentationStep).FirstOrDefault(step => step.Length > 0) ?? DefaultUnit;
        var sample = blocks.FirstOrDefault(block => SpansLines(block));
        BracesOnOwnLine = sample is null || IsFirstOnLine(sample.OpenBraceToken);
    }

    public string NewLine { get; }

    /// <summary>Whether an opening brace begins a line.</summary>
    public bool BracesOnOwnLine { get; }

    /// <summary>One step of indentation.</summary>
    public string Unit { get; }

    /// <summary>The white space with which the line of <paramref name="position"/> begins.</summary>
    public string IndentationAt(int position)
    {
        var line = _text.Lines.GetLineFromPosition(position);
        var end = line.Start;
        while (end < line.End && _text[end] is ' ' or '\t')
        {
            end++;
        }

        return _text.ToString(TextSpan.FromBounds(line.Start, end));
    }

    public bool IsFirstOnLine(SyntaxToken token) =>
        IsBlank(TextSpan.FromBounds(_text.Lines.GetLineFromPosition(token.SpanStart).Start, token.SpanStart));

    public bool IsFirstOnLine(SyntaxNode node) => IsFirstOnLine(node.GetFirstToken());

    public bool IsBlank(TextSpan span)
    {
        for (var position = span.Start; position < span.End; position++)
        {
            if (!char.IsWhiteSpace(_text[position]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// The lines of a statement with a block, <c>if (page is null) { return; }</c> for example, without the indentation
    /// that is common to all of them.
    /// </summary>
    public string[] Braced(string header, params string[] body)
    {
        var lines = new List<string>();
        AddOpening(lines, header);
        lines.AddRange(body.Select(line => Unit + line));
        lines.Add("}");
        return lines.ToArray();
    }

    /// <summary>The lines that close one block and continue its statement with another: <c>} finally { … }</c>.</summary>
    public string[] BracedTail(string header, params string[] body)
    {
        var lines = new List<string>();
        if (BracesOnOwnLine)
        {
            lines.Add("}");
            AddOpening(lines, header);
        }
        else
        {
            lines.Add("} " + header + " {");
        }

        lines.AddRange(body.Select(line => Unit + line));
        lines.Add("}");
        return lines.ToArray();
    }

    /// <summary>The lines that open a block.</summary>
    public string[] Opening(string header)
    {
        var lines = new List<string>();
        AddOpening(lines, header);
        return lines.ToArray();
    }

    /// <summary>What stands between the end of a statement's header and its first inner line.</summary>
    public string OpenBrace(string indentation) =>
        BracesOnOwnLine ? NewLine + indentation + "{" : " {";

    /// <summary>Each line with <paramref name="indentation"/> before and a line end behind it; blank ones stay blank.</summary>
    public string Lines(string indentation, IEnumerable<string> lines) =>
        string.Concat(lines.Select(line => Indented(indentation, line) + NewLine));

    /// <summary>As <see cref="Lines"/>, to stand before something that is indented already: the last line goes up to it.</summary>
    public string LinesBefore(string indentation, IReadOnlyList<string> lines) =>
        Lines(indentation, lines).Substring(lines[0].Length == 0 ? 0 : indentation.Length) + indentation;

    /// <summary>Each line on a new one.</summary>
    public string LinesBehind(string indentation, IEnumerable<string> lines) =>
        string.Concat(lines.Select(line => NewLine + Indented(indentation, line)));

    /// <summary>
    /// Whether a block that ends on the line of <paramref name="position"/> should be set off from what follows: not
    /// where the next line is blank, or ends a block itself.
    /// </summary>
    public bool NeedsBlankLineBehind(int position)
    {
        var number = _text.Lines.IndexOf(position) + 1;
        if (number >= _text.Lines.Count)
        {
            return false;
        }

        var next = _text.Lines[number].ToString().TrimStart();
        return next.Length > 0 && next[0] is not ('}' or '#');
    }

    private static string Indented(string indentation, string line) => line.Length == 0 ? line : indentation + line;

    private static string FindNewLine(SourceText text)
    {
        var first = text.Lines[0];
        var lineBreak = text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak));
        return lineBreak.Length == 0 ? "\n" : lineBreak;
    }

    private static List<BlockSyntax> NearestFirst(SyntaxNode root, SyntaxNode near)
    {
        var blocks = near.AncestorsAndSelf().OfType<BlockSyntax>().ToList();
        blocks.AddRange(root.DescendantNodes().OfType<BlockSyntax>().Take(50));
        return blocks;
    }

    private void AddOpening(List<string> lines, string header)
    {
        if (BracesOnOwnLine)
        {
            lines.Add(header);
            lines.Add("{");
        }
        else
        {
            lines.Add(header + " {");
        }
    }

    private bool SpansLines(BlockSyntax block) =>
        !block.OpenBraceToken.IsMissing
        && _text.Lines.IndexOf(block.SpanStart) != _text.Lines.IndexOf(block.Span.End);

    private string IndentationStep(BlockSyntax block)
    {
        if (block.Statements.Count == 0 || block.CloseBraceToken.IsMissing
            || !IsFirstOnLine(block.Statements[0]) || !IsFirstOnLine(block.CloseBraceToken))
        {
            return string.Empty;
        }

        var inner = IndentationAt(block.Statements[0].SpanStart);
        var outer = IndentationAt(block.CloseBraceToken.SpanStart);
        return inner.Length > outer.Length && inner.StartsWith(outer, System.StringComparison.Ordinal)
            ? inner.Substring(outer.Length)
            : string.Empty;
    }
}
