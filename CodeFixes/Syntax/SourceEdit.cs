using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Devmap.CodeFixes.Syntax;

/// <summary>
/// Changes to one text, all in the coordinates of the text before. Fixes edit text and not trees: what a fix does not
/// name (comments, directives, line ends, alignment) it cannot damage, and the tree of the result is the parsed one.
/// </summary>
internal sealed class SourceEdit
{
    private readonly SortedList<TextSpan, StringBuilder> _changes = new();

    public bool IsEmpty => _changes.Count == 0;

    /// <summary>Inserts <paramref name="text"/>; behind what was inserted at the same place before.</summary>
    public void Insert(int position, string text) => Replace(new TextSpan(position, 0), text);

    /// <summary>Deletes a text, and what was to be its indentation.</summary>
    public void Delete(TextSpan span)
    {
        var indentation = _changes
            .Where(change => change.Key.Length == 0 && change.Key.Start >= span.Start && change.Key.Start < span.End && IsBlank(change.Value))
            .Select(change => change.Key)
            .ToList();
        indentation.ForEach(change => _changes.Remove(change));
        Replace(span, string.Empty);
    }

    public void Replace(TextSpan span, string text)
    {
        if (_changes.TryGetValue(span, out var builder))
        {
            builder.Append(text);
        }
        else
        {
            _changes.Add(span, new StringBuilder(text));
        }
    }

    public SourceText Apply(SourceText text)
    {
        var changes = ImmutableArray.CreateBuilder<TextChange>(_changes.Count);
        foreach (var change in _changes)
        {
            changes.Add(new TextChange(change.Key, change.Value.ToString()));
        }

        return text.WithChanges(changes.MoveToImmutable());
    }

    /// <summary>
    /// Where the text of <paramref name="span"/> stands after the edit; <see langword="null"/> where the edit replaced it.
    /// Text that is inserted directly before the span does not become part of it.
    /// </summary>
    public TextSpan? Map(TextSpan span)
    {
        var start = span.Start;
        var end = span.End;
        foreach (var change in _changes)
        {
            var replaced = change.Key;
            var growth = change.Value.Length - replaced.Length;
            if (replaced.End <= span.Start)
            {
                start += growth;
                end += growth;
            }
            else if (replaced.Start >= span.End)
            {
                break;
            }
            else if (span.Contains(replaced) && replaced != span)
            {
                end += growth;
            }
            else
            {
                return null;
            }
        }

        return TextSpan.FromBounds(start, end);
    }

    private static bool IsBlank(StringBuilder text) => string.IsNullOrWhiteSpace(text.ToString());
}
