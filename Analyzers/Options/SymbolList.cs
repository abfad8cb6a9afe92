using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Options;

/// <summary>A list of types or members as it stands in a configuration: names, full names, documentation-comment ids.</summary>
internal sealed class SymbolList
{
    public static readonly SymbolList Empty = new(ImmutableArray<string>.Empty, ImmutableArray<string>.Empty);

    private readonly ImmutableArray<string> _names;
    private readonly ImmutableArray<string> _ids;

    private SymbolList(ImmutableArray<string> names, ImmutableArray<string> ids)
    {
        _names = names;
        _ids = ids;
    }

    public bool IsEmpty => _names.IsEmpty && _ids.IsEmpty;

    /// <param name="text">The list.</param>
    /// <param name="idKinds">The letters that an id may begin with.</param>
    /// <param name="list">What it names.</param>
    /// <returns>Whether every entry can be one.</returns>
    public static bool TryParse(string text, string idKinds, out SymbolList list)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var ids = ImmutableArray.CreateBuilder<string>();
        foreach (string entry in Split(text))
        {
            if (entry.Length > 2 && entry[1] == ':')
            {
                if (idKinds.IndexOf(char.ToUpperInvariant(entry[0])) < 0 || entry[entry.Length - 1] == '.')
                {
                    list = Empty;
                    return false;
                }

                ids.Add(entry);
            }
            else if (IsName(entry))
            {
                names.Add(entry);
            }
            else
            {
                list = Empty;
                return false;
            }
        }

        list = new SymbolList(names.ToImmutable(), ids.ToImmutable());
        return true;
    }

    /// <summary>Whether the symbol is listed: by its name, with as much in front of it as is written, or by its id.</summary>
    public bool Contains(ISymbol symbol)
    {
        if (IsEmpty)
        {
            return false;
        }

        symbol = symbol.OriginalDefinition;
        return (!_ids.IsEmpty && symbol.GetDocumentationCommentId() is { } id && Has(_ids, id, static (entry, text) => Same(entry, text)))
            || (!_names.IsEmpty && (Has(_names, FullName(symbol, metadata: false), EndsWithName) || Has(_names, FullName(symbol, metadata: true), EndsWithName)));
    }

    /// <summary>The entries: a comma between the parentheses or braces of an id separates parameters.</summary>
    private static IEnumerable<string> Split(string text)
    {
        int start = 0;
        int depth = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            char current = i < text.Length ? text[i] : ',';
            depth += current is '(' or '{' or '[' ? 1 : current is ')' or '}' or ']' ? -1 : 0;
            if (current == ',' && (depth == 0 || i == text.Length))
            {
                string entry = text.Substring(start, i - start).Trim();
                start = i + 1;
                if (entry.Length > 0)
                {
                    yield return entry;
                }
            }
        }
    }

    private static bool IsName(string entry)
    {
        foreach (char character in entry)
        {
            if (!char.IsLetterOrDigit(character) && character is not ('_' or '.' or '`'))
            {
                return false;
            }
        }

        // A constructor's name begins with a dot, and may be all there is.
        return entry[entry.Length - 1] != '.' && (entry[0] != '.' || Same(entry, WellKnownMemberNames.InstanceConstructorName));
    }

    private static bool Has(ImmutableArray<string> entries, string text, Func<string, string, bool> matches)
    {
        foreach (string entry in entries)
        {
            if (matches(entry, text))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static bool EndsWithName(string entry, string fullName) =>
        fullName.EndsWith(entry, StringComparison.OrdinalIgnoreCase)
        && (fullName.Length == entry.Length || entry[0] == '.' || fullName[fullName.Length - entry.Length - 1] == '.');

    private static string FullName(ISymbol symbol, bool metadata)
    {
        string name = metadata ? symbol.MetadataName : symbol.Name;
        ISymbol? container = symbol.ContainingSymbol;
        return container is INamedTypeSymbol or INamespaceSymbol { IsGlobalNamespace: false } ? FullName(container, metadata) + "." + name : name;
    }
}
