using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.Tests.Unit.Meta.Pictures;

/// <summary>A report as an editor shows it, as SVG: the code, a squiggle, the steps of the story beside their lines, and the message.</summary>
internal sealed class ReportPicture
{
    private const int LineHeight = 20;
    private const int Left = 56;
    private const int StoryLeft = 520;
    private const int Width = 980;
    private const double CharWidth = 7.8;
    private const int MessageWidth = 112;

    private readonly StringBuilder _svg = new();
    private readonly Diagnostic _report;
    private readonly SourceText _text;
    private readonly int _first;
    private readonly int _last;

    private ReportPicture(Diagnostic report, int first, int last)
    {
        _report = report;
        _text = report.Location.SourceTree!.GetText();
        _first = first;
        _last = last;
    }

    /// <param name="report">With the places of its story as additional locations.</param>
    /// <param name="story">The words of each step.</param>
    /// <param name="first">The first line that is shown, from 0 on.</param>
    /// <param name="last">The last one.</param>
    public static string Draw(Diagnostic report, string story, int first, int last)
    {
        var picture = new ReportPicture(report, first, last);
        picture.DrawAll(story);
        return picture._svg.ToString();
    }

    private void DrawAll(string story)
    {
        string[] message = Wrap($"{_report.Id}: {_report.GetMessage()}").ToArray();
        int codeHeight = (_last - _first + 1) * LineHeight;
        int height = codeHeight + (message.Length * LineHeight) + 44;
        _svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{height}\" viewBox=\"0 0 {Width} {height}\" font-family=\"Consolas, Menlo, monospace\" font-size=\"13\">\n");
        _svg.Append(CultureInfo.InvariantCulture, $"  <rect width=\"{Width}\" height=\"{height}\" rx=\"6\" fill=\"#ffffff\" stroke=\"#d0d7de\"/>\n");
        for (int line = _first; line <= _last; line++)
        {
            DrawLine(line);
        }

        DrawSquiggle();
        DrawStory(story.Split('\n'));
        DrawMessage(message, codeHeight + 20);
        _svg.Append("</svg>\n");
    }

    private int Baseline(int line) => ((line - _first + 1) * LineHeight) + 4;

    private void DrawLine(int line)
    {
        _svg.Append(CultureInfo.InvariantCulture, $"  <text x=\"{Left - 16}\" y=\"{Baseline(line)}\" text-anchor=\"end\" fill=\"#8c959f\">{line + 1}</text>\n");
        foreach ((TextSpan span, string colour) in Pieces(_text.Lines[line].Span))
        {
            DrawText(Left + (CharWidth * (span.Start - _text.Lines[line].Start)), Baseline(line), _text.ToString(span), colour);
        }
    }

    private void DrawSquiggle()
    {
        FileLinePositionSpan place = _report.Location.GetLineSpan();
        string path = Squiggle(Left + (CharWidth * place.StartLinePosition.Character), Left + (CharWidth * place.EndLinePosition.Character));
        _svg.Append(CultureInfo.InvariantCulture, $"  <path transform=\"translate(0 {Baseline(place.StartLinePosition.Line) + 6})\" d=\"{path}\" fill=\"none\" stroke=\"#bf8700\" stroke-width=\"1.4\"/>\n");
    }

    // "1. line 11: 'GetPage' acquires …": the number stands in a circle, the line is where it stands.
    private void DrawStory(string[] steps)
    {
        for (int i = 0; i < steps.Length; i++)
        {
            int y = Baseline(_report.AdditionalLocations[i].GetLineSpan().StartLinePosition.Line);
            string words = steps[i][(steps[i].IndexOf(": ", StringComparison.Ordinal) + 2)..];
            _svg.Append(CultureInfo.InvariantCulture, $"  <circle cx=\"{StoryLeft}\" cy=\"{y - 4}\" r=\"8\" fill=\"#bf8700\"/>\n");
            _svg.Append(CultureInfo.InvariantCulture, $"  <text x=\"{StoryLeft}\" y=\"{y}\" text-anchor=\"middle\" font-size=\"11\" fill=\"#ffffff\">{i + 1}</text>\n");
            DrawText(StoryLeft + 16, y, words, "#9a6700");
        }
    }

    private void DrawMessage(string[] lines, int top)
    {
        _svg.Append(CultureInfo.InvariantCulture, $"  <rect x=\"12\" y=\"{top}\" width=\"{Width - 24}\" height=\"{(lines.Length * LineHeight) + 12}\" rx=\"4\" fill=\"#fff8c5\" stroke=\"#d4a72c\"/>\n");
        for (int i = 0; i < lines.Length; i++)
        {
            DrawText(24, top + 20 + (i * LineHeight), lines[i], "#1f2328");
        }
    }

    // The length is given, so that columns fit whatever font is there.
    private void DrawText(double x, int y, string text, string colour) =>
        _svg.Append(CultureInfo.InvariantCulture, $"  <text x=\"{x:0.#}\" y=\"{y}\" textLength=\"{text.Length * CharWidth:0.#}\" lengthAdjust=\"spacingAndGlyphs\" fill=\"{colour}\">{SecurityElement.Escape(text)}</text>\n");

    private IEnumerable<(TextSpan Span, string Colour)> Pieces(TextSpan line)
    {
        foreach (SyntaxToken token in _report.Location.SourceTree!.GetRoot().DescendantTokens(line))
        {
            if (line.Contains(token.Span) && token.Span.Length > 0)
            {
                yield return (token.Span, ColourOf(token));
            }

            foreach (SyntaxTrivia comment in token.GetAllTrivia().Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) && line.Contains(trivia.Span)))
            {
                yield return (comment.Span, "#6e7781");
            }
        }
    }

    private static string ColourOf(SyntaxToken token) =>
        token.IsKeyword() ? "#cf222e"
        : token.IsKind(SyntaxKind.NumericLiteralToken) || token.IsKind(SyntaxKind.StringLiteralToken) ? "#0a3069"
        : "#1f2328";

    private static IEnumerable<string> Wrap(string text)
    {
        var line = new StringBuilder();
        foreach (string word in text.Split(' '))
        {
            if (line.Length + word.Length > MessageWidth)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length == 0 ? "" : " ").Append(word);
        }

        yield return line.ToString();
    }

    private static string Squiggle(double from, double to)
    {
        var path = new StringBuilder(FormattableString.Invariant($"M{from:0.#} 0"));
        bool isUp = true;
        for (double x = from + 3; x <= to; x += 3, isUp = !isUp)
        {
            path.Append(FormattableString.Invariant($" L{x:0.#} {(isUp ? -3 : 0)}"));
        }

        return path.ToString();
    }
}
