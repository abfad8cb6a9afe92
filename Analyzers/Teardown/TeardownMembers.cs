using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Teardown;

/// <summary>The members of the library that begin, guard and end the mappings of a device range.</summary>
internal sealed class TeardownMembers
{
    private static readonly Dictionary<(string Type, string Member), TeardownStep> Steps = new()
    {
        [("DaxFile", "Map")] = TeardownStep.Map,
        [("DevDax", "Map")] = TeardownStep.Map,
        [("Vma", "InsertPage")] = TeardownStep.Map,
        [("Vma", "InsertPageMkWrite")] = TeardownStep.Map,
        [("Vma", "InsertPfn")] = TeardownStep.Map,
        [("Vma", "InsertMixed")] = TeardownStep.Map,
        [("Vma", "InsertMixedMkWrite")] = TeardownStep.Map,
        [("Vma", "InsertFolioPmd")] = TeardownStep.Map,
        [("DaxDevice", "Kill")] = TeardownStep.Kill,
        [("DaxDevice", "Unbind")] = TeardownStep.Remove,
        [("PhysicalMemory", "MemRemapPages")] = TeardownStep.Make,
        [("PhysicalMemory", "MemUnmapPages")] = TeardownStep.Remove,
        [("PgMap", "Dispose")] = TeardownStep.Remove,
    };

    private static readonly string[] Endings = { "Unmap", "Zap", "Truncate", "BreakLayout", "Evict", "Punch", "Exit", "Unbind", "Kill", "Dispose" };

    /// <summary>What a type that takes a range away has to mention.</summary>
    public static HashSet<string> RemovalNames { get; } = new(Steps.Where(static step => step.Value == TeardownStep.Remove).Select(static step => step.Key.Member));

    private readonly HashSet<ISymbol> _library = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _mapped = new(SymbolEqualityComparer.Default);

    public TeardownMembers(Compilation compilation)
    {
        PgMap = compilation.GetTypeByMetadataName("Devmap.PgMap");
        foreach (string name in new[] { "AddressSpace", "DaxDevice", "DaxFile", "DevDax", "MappedFile", "Page", "Folio", "PgMap", "PhysicalMemory", "Vma" })
        {
            if (compilation.GetTypeByMetadataName("Devmap." + name) is { } type)
            {
                _library.Add(type);
                if (name is not ("AddressSpace" or "PhysicalMemory"))
                {
                    _mapped.Add(type);
                }
            }
        }
    }

    /// <summary>The type of device ranges; <see langword="null"/>: the library is not there.</summary>
    public INamedTypeSymbol? PgMap { get; }

    /// <summary>Whether an object of the type belongs to one device range: a mapping, a file, a page of it.</summary>
    public bool IsOfRange(ITypeSymbol? type) => type is not null && _mapped.Contains(type);

    /// <summary>What a call of the library does; <see langword="null"/>: nothing of the kind.</summary>
    public TeardownStep? StepOf(IMethodSymbol method)
    {
        if (method.ContainingType is not { } type || !_library.Contains(type))
        {
            return null;
        }

        return Steps.TryGetValue((type.Name, method.Name), out TeardownStep step) ? step
            : TakesMappingsAway(method) ? TeardownStep.ShootDown
            : null;
    }

    /// <summary>Whether what a call does is known from its name. A delegate may do anything, whoever declares it.</summary>
    public bool IsOfLibrary(IMethodSymbol method) =>
        method.MethodKind != MethodKind.DelegateInvoke && SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, PgMap?.ContainingAssembly);

    // unmap_mapping_range, zap_page_range, truncate and their like; whole address spaces and files that end.
    private static bool TakesMappingsAway(IMethodSymbol method) =>
        method.ContainingType.Name is "AddressSpace" or "DaxFile" or "MappedFile" or "DevDax" or "Vma"
        && Array.Exists(Endings, ending => method.Name.StartsWith(ending, StringComparison.Ordinal));
}
