using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Contracts.Files;

/// <summary>Which member was meant by an id that its type does not have.</summary>
internal static class MemberSuggestion
{
    /// <summary>Why the type has no such member, and which one it has instead.</summary>
    public static string Miss(DocumentationId id, INamedTypeSymbol type)
    {
        string owner = type.ToDisplayString();
        List<string> ids = IdsOf(type);
        string start = id.Text.Substring(0, id.Text.Length - id.Signature.Length);
        List<string> overloads = ids.FindAll(other => IsOverload(other, start));
        if (overloads.Count > 0)
        {
            return $"'{owner}.{id.Name}' has other parameters; did you mean '{NearestName.OfSlip(id.Text, overloads) ?? overloads[0]}'?";
        }

        if (Inherited(id, type) is { } inherited)
        {
            return $"'{owner}' inherits it; did you mean '{inherited}'?";
        }

        // A field that is a property, a method that is generic.
        string? meant = ids.FirstOrDefault(other => NameIn(other) == NameIn(start)) ?? NearestByName(start, ids);
        return $"'{owner}' has no such member{(meant is null ? "" : $"; did you mean '{meant}'?")}";
    }

    private static string? NearestByName(string start, List<string> ids)
    {
        string? name = NearestName.OfSlip(NameIn(start), ids.Select(NameIn));
        return name is null ? null : ids.First(other => NameIn(other) == name);
    }

    private static string? Inherited(DocumentationId id, INamedTypeSymbol type)
    {
        string prefix = $"{id.Kind}:";
        foreach (INamedTypeSymbol parent in Parents(type))
        {
            if (parent.GetDocumentationCommentId() is { } parentId
                && IdsOf(parent).Find(other => other == prefix + parentId.Substring(2) + "." + id.Name + id.Signature) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static IEnumerable<INamedTypeSymbol> Parents(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            yield return parent.OriginalDefinition;
        }

        foreach (INamedTypeSymbol implemented in type.AllInterfaces)
        {
            yield return implemented.OriginalDefinition;
        }
    }

    private static List<string> IdsOf(INamedTypeSymbol type)
    {
        var ids = new List<string>();
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IMethodSymbol or IPropertySymbol or IFieldSymbol && member.GetDocumentationCommentId() is { Length: > 0 } id)
            {
                ids.Add(id);
            }
        }

        return ids;
    }

    private static bool IsOverload(string id, string start) =>
        id.StartsWith(start, System.StringComparison.Ordinal) && (id.Length == start.Length || id[start.Length] is '(' or '~');

    /// <summary>The simple name in an id, without type parameters.</summary>
    private static string NameIn(string id)
    {
        int end = id.IndexOfAny(new[] { '(', '~' });
        end = end < 0 ? id.Length : end;
        int start = id.LastIndexOf('.', end - 1) + 1;
        int arity = id.IndexOf('`', start, end - start);
        return id.Substring(start, (arity < 0 ? end : arity) - start);
    }
}
