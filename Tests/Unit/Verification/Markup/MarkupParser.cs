using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Takes <c>[|...|]</c>, <c>{|ID:...|}</c> and <c>{|#0:...|}</c> out of a text. Spans may nest and overlap.</summary>
internal static partial class MarkupParser
{
    /// <exception cref="FormatException">A bracket has no partner.</exception>
    public static (string Text, ImmutableArray<MarkupSpan> Spans) Parse(string marked)
    {
        var text = new StringBuilder(marked.Length);
        var spans = ImmutableArray.CreateBuilder<MarkupSpan>();
        var square = new Stack<(string? Name, int Start)>();
        var curly = new Stack<(string? Name, int Start)>();
        var position = 0;
        foreach (Match bracket in Bracket().Matches(marked))
        {
            text.Append(marked, position, bracket.Index - position);
            position = bracket.Index + bracket.Length;
            switch (bracket.Value)
            {
                case "[|":
                    square.Push((null, text.Length));
                    break;
                case "|]":
                    Close(square, bracket);
                    break;
                case "|}":
                    Close(curly, bracket);
                    break;
                default:
                    curly.Push((bracket.Groups["name"].Value, text.Length));
                    break;
            }
        }

        if (square.Count + curly.Count > 0)
        {
            throw new FormatException($"The markup has an opening bracket without a closing one: {marked}");
        }

        text.Append(marked, position, marked.Length - position);
        spans.Sort(static (left, right) => left.Span.CompareTo(right.Span));
        return (text.ToString(), spans.ToImmutable());

        void Close(Stack<(string? Name, int Start)> open, Match bracket)
        {
            if (!open.TryPop(out var start))
            {
                throw new FormatException($"The markup has '{bracket.Value}' without an opening bracket: {marked}");
            }

            spans.Add(new MarkupSpan(start.Name, TextSpan.FromBounds(start.Start, text.Length)));
        }
    }

    [GeneratedRegex(@"\[\||\|\]|\{\|(?<name>\#?[A-Za-z0-9_\-]+):|\|\}")]
    private static partial Regex Bracket();
}
