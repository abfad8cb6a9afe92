using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Devmap.Analyzers.Contracts;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Naming;

/// <summary>
/// The methods that count by their names and go together. Half of them described would be worse than none: each reference
/// that is taken would be a leak.
/// </summary>
internal static class CountingFamily
{
    /// <summary>
    /// The lines of a contract file for the method and for those that go with it and have no contract either, its own line
    /// first; empty where nothing can be told from names and signatures.
    /// </summary>
    /// <param name="method">The method that is called.</param>
    /// <param name="name">What its name says.</param>
    /// <param name="contracts">What is said already.</param>
    public static ImmutableArray<string> Describe(IMethodSymbol method, CountingName name, ContractProvider contracts)
    {
        IMethodSymbol declared = Root(method);
        if (LineOf(declared, name) is not { } own)
        {
            return ImmutableArray<string>.Empty;
        }

        List<(IMethodSymbol Method, CountingName Name)> family = MembersOf(method.ContainingType.OriginalDefinition, name.Family);
        bool hasOpposite = family.Exists(member => member.Name.Acquires != name.Acquires && LineOf(Root(member.Method), member.Name) is not null);
        if (!hasOpposite && (!name.IsCertain || CountingShape.CountsAnArgument(declared)))
        {
            return ImmutableArray<string>.Empty;
        }

        return family
            .Where(member => !contracts.Of(member.Method).SaysSomething)
            .Select(static member => LineOf(Root(member.Method), member.Name))
            .OfType<string>()
            .Where(line => line != own)
            .Distinct()
            .Prepend(own)
            .ToImmutableArray();
    }

    private static string? LineOf(IMethodSymbol method, CountingName name) =>
        CountingShape.ClausesOf(method, name) is { } clauses && method.GetDocumentationCommentId() is { Length: > 0 } id ? $"{id}; {clauses}" : null;

    /// <summary>The member that the method overrides or implements in the end: what is said of it holds for all that do.</summary>
    private static IMethodSymbol Root(IMethodSymbol method)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        while (ContractInheritance.BasesOf(method).OfType<IMethodSymbol>().FirstOrDefault() is { } above)
        {
            method = above;
        }

        return method;
    }

    private static List<(IMethodSymbol Method, CountingName Name)> MembersOf(INamedTypeSymbol type, string family)
    {
        var found = new List<(IMethodSymbol, CountingName)>();
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType?.OriginalDefinition)
        {
            Add(current);
        }

        foreach (INamedTypeSymbol implemented in type.AllInterfaces)
        {
            Add(implemented.OriginalDefinition);
        }

        return found;

        void Add(INamedTypeSymbol declaring)
        {
            foreach (ISymbol member in declaring.GetMembers())
            {
                if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method && CountingName.Of(method.Name) is { } name && name.Family == family)
                {
                    found.Add((method, name));
                }
            }
        }
    }
}
