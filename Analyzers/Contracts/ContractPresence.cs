using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Devmap.Analyzers.Contracts.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Devmap.Analyzers.Contracts;

/// <summary>Whether a compilation can see any contract at all. Where it cannot, nothing is registered and nothing is paid.</summary>
internal static class ContractPresence
{
    /// <summary>Whether there is a contract file, or <see cref="AnyInSight(Compilation)"/>.</summary>
    public static bool AnyInSight(Compilation compilation, AnalyzerOptions options) =>
        ContractFileName.Any(options) || AnyInSight(compilation);

    /// <summary>
    /// Whether the compilation or an assembly that it references declares a contract attribute, internal source copies
    /// included.
    /// </summary>
    public static bool AnyInSight(Compilation compilation)
    {
        if (Declares(compilation.Assembly))
            return true;

        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (Declares(assembly))
                return true;
        }

        return false;
    }

    /// <summary>
    /// The referenced assemblies in which contracts may be written: those that declare an attribute for it, and those that
    /// reference one that does.
    /// </summary>
    public static IEnumerable<IAssemblySymbol> AssembliesInSight(Compilation compilation)
    {
        ImmutableArray<IAssemblySymbol> references = compilation.SourceModule.ReferencedAssemblySymbols;
        var declaring = new HashSet<string>(references.Where(Declares).Select(static assembly => assembly.Name));
        if (Declares(compilation.Assembly))
        {
            declaring.Add(compilation.Assembly.Name);
        }

        return declaring.Count == 0
            ? Enumerable.Empty<IAssemblySymbol>()
            : references.Where(assembly => declaring.Contains(assembly.Name)
                || assembly.Modules.Any(module => module.ReferencedAssemblies.Any(other => declaring.Contains(other.Name))));
    }

    private static bool Declares(IAssemblySymbol assembly)
    {
        // Two look-ups settle an assembly without the namespaces, which is nearly every one.
        if (FindNamespace(assembly, ContractWords.NamespaceOuter, ContractWords.NamespaceInner) is { } contracts)
        {
            foreach (var type in contracts.GetTypeMembers())
            {
                if (ContractWords.Of(type) != ContractWord.None)
                    return true;
            }
        }

        return FindNamespace(assembly, JetBrainsContractSource.NamespaceOuter, JetBrainsContractSource.NamespaceInner) is { } annotations
            && (!annotations.GetTypeMembers(JetBrainsContractSource.MustDispose, arity: 0).IsEmpty
                || !annotations.GetTypeMembers(JetBrainsContractSource.HandlesDisposal, arity: 0).IsEmpty);
    }

    private static INamespaceSymbol? FindNamespace(IAssemblySymbol assembly, string outer, string inner) =>
        FindNamespace(assembly.GlobalNamespace, outer) is { } found ? FindNamespace(found, inner) : null;

    private static INamespaceSymbol? FindNamespace(INamespaceSymbol parent, string name)
    {
        foreach (var member in parent.GetMembers(name))
        {
            if (member is INamespaceSymbol found)
                return found;
        }

        return null;
    }
}
