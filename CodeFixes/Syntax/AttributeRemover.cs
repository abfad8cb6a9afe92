using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.CodeFixes.Syntax;

/// <summary>Takes attributes away: one of a list with its comma, the last one with its brackets and the line that they fill.</summary>
internal static class AttributeRemover
{
    public static void Remove(SourceEdit edit, SourceText text, params AttributeSyntax[] attributes)
    {
        foreach (var group in attributes.GroupBy(attribute => attribute.Parent))
        {
            if (group.Key is not AttributeListSyntax list)
            {
                continue;
            }

            if (list.Attributes.All(group.Contains))
            {
                edit.Delete(WithLine(text, list));
                continue;
            }

            foreach (var attribute in group)
            {
                edit.Delete(WithComma(list, attribute, group.Contains));
            }
        }
    }

    /// <summary>With the comma behind it; where everything behind it goes as well, with the one in front.</summary>
    private static TextSpan WithComma(AttributeListSyntax list, AttributeSyntax attribute, System.Func<AttributeSyntax, bool> goes)
    {
        var index = list.Attributes.IndexOf(attribute);
        return list.Attributes.Skip(index).All(goes)
            ? TextSpan.FromBounds(list.Attributes[index - 1].Span.End, attribute.Span.End)
            : TextSpan.FromBounds(attribute.SpanStart, list.Attributes[index + 1].SpanStart);
    }

    private static TextSpan WithLine(SourceText text, AttributeListSyntax list)
    {
        var first = text.Lines.GetLineFromPosition(list.SpanStart);
        var last = text.Lines.GetLineFromPosition(list.Span.End);
        var before = text.ToString(TextSpan.FromBounds(first.Start, list.SpanStart));
        var after = text.ToString(TextSpan.FromBounds(list.Span.End, last.End));
        if (string.IsNullOrWhiteSpace(before) && string.IsNullOrWhiteSpace(after))
        {
            return TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak);
        }

        // On a line with what it stands on, the space between the two goes with it.
        return TextSpan.FromBounds(list.SpanStart, list.Span.End + after.Length - after.TrimStart().Length);
    }
}
