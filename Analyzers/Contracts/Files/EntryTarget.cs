using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Contracts.Files;

/// <summary>Whom an entry of a contract file speaks of in a compilation, or why it speaks of nobody.</summary>
/// <param name="Symbol">The type or member; <see langword="null"/>: there is none, or the entry is about an assembly.</param>
/// <param name="Miss">
/// Why there is none although what would contain it is referenced, as it stands at the end of a sentence;
/// <see langword="null"/>: it is found, or its assembly is not referenced.
/// </param>
internal readonly record struct EntryTarget(ISymbol? Symbol, string? Miss)
{
    private static readonly EntryTarget NotReferenced = default;

    public static EntryTarget Find(DocumentationId id, Compilation compilation)
    {
        // An assembly that is not there is not referenced.
        if (id.Kind == 'A')
        {
            return NotReferenced;
        }

        INamespaceSymbol space = compilation.GlobalNamespace;
        ImmutableArray<INamedTypeSymbol> types = ImmutableArray<INamedTypeSymbol>.Empty;
        string[] path = (id.Kind == 'T' ? id.Text.Substring(2) : id.Container).Split('.');
        for (int i = 0; i < path.Length; i++)
        {
            string part = path[i];
            if (types.IsEmpty && Child(space, part) is { } inner)
            {
                space = inner;
                continue;
            }

            ImmutableArray<INamedTypeSymbol> outer = types;
            IEnumerable<INamedTypeSymbol> known = outer.IsEmpty ? space.GetTypeMembers() : outer.SelectMany(type => type.GetTypeMembers());
            types = known.Where(type => type.MetadataName == part).ToImmutableArray();
            if (types.IsEmpty)
            {
                // What is not the last part may be a namespace: System.Buffers is no misspelled System.Buffer.
                return !outer.IsEmpty ? new EntryTarget(null, $"'{outer[0].ToDisplayString()}' has no type '{part}'")
                    : i == path.Length - 1 ? new EntryTarget(null, MissOfType(part, space, known))
                    : NotReferenced;
            }
        }

        // Only namespaces: what is in them may be in an assembly that is not referenced.
        return types.IsEmpty ? NotReferenced
            : id.Kind == 'T' ? new EntryTarget(types[0], null)
            : FindMember(id, types);
    }

    private static EntryTarget FindMember(DocumentationId id, ImmutableArray<INamedTypeSymbol> types)
    {
        foreach (INamedTypeSymbol type in types)
        {
            foreach (ISymbol member in type.GetMembers())
            {
                if (MightBe(member, id) && member.GetDocumentationCommentId() == id.Text)
                {
                    return new EntryTarget(member, null);
                }
            }
        }

        return new EntryTarget(null, MemberSuggestion.Miss(id, types[0]));
    }

    /// <summary>The cheap half of the comparison: making an id takes time.</summary>
    private static bool MightBe(ISymbol member, DocumentationId id) =>
        id.Kind switch { 'M' => member is IMethodSymbol, 'P' => member is IPropertySymbol, _ => member is IFieldSymbol }
        && (id.Name.IndexOf('#') >= 0 || id.Name.StartsWith(member.MetadataName, StringComparison.Ordinal));

    private static INamespaceSymbol? Child(INamespaceSymbol space, string name)
    {
        foreach (INamespaceOrTypeSymbol member in space.GetMembers(name))
        {
            if (member is INamespaceSymbol found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>
    /// Namespaces are spread over assemblies, so a type that is missing from one may be in an assembly that is not
    /// referenced, or in a newer version of one that is: only one that is written nearly alike was meant.
    /// </summary>
    private static string? MissOfType(string name, INamespaceSymbol space, IEnumerable<INamedTypeSymbol> known)
    {
        if (space.IsGlobalNamespace)
        {
            return null;
        }

        var names = known.Where(static type => type.CanBeReferencedByName).Select(static type => type.MetadataName).ToList();
        string? meant = names.FirstOrDefault(other => name.IndexOf('`') < 0 && other.StartsWith(name + "`", StringComparison.Ordinal))
            ?? NearestName.OfSlip(name, names.Where(other => WithoutDigits(other) != WithoutDigits(name)));
        return meant is null ? null : $"'{space.ToDisplayString()}' has no type '{name}'; did you mean '{meant}'?";
    }

    // Vector2 is no misspelled Vector3, and a generic type no misspelled one with fewer parameters.
    private static string WithoutDigits(string name) => new(name.Where(static letter => letter is not (>= '0' and <= '9' or '`')).ToArray());
}
