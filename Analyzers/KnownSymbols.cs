using System;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers;

/// <summary>The types of the library that rules know by name, resolved once for each compilation.</summary>
internal sealed class KnownSymbols
{
    private readonly INamedTypeSymbol? _page;
    private readonly INamedTypeSymbol? _folio;
    private readonly INamedTypeSymbol? _vma;
    private readonly INamedTypeSymbol? _addressSpace;

    public KnownSymbols(Compilation compilation)
    {
        _page = compilation.GetTypeByMetadataName("Devmap.Page");
        _folio = compilation.GetTypeByMetadataName("Devmap.Folio");
        _vma = compilation.GetTypeByMetadataName("Devmap.Vma");
        _addressSpace = compilation.GetTypeByMetadataName("Devmap.AddressSpace");
    }

    public bool IsPage(ITypeSymbol? type) => type is not null && SymbolEqualityComparer.Default.Equals(type, _page);

    /// <summary>Whether the type is a page or a folio, which count mappings and holders alike.</summary>
    public bool IsCountedPage(ITypeSymbol? type) => IsPage(type) || (type is not null && SymbolEqualityComparer.Default.Equals(type, _folio));

    /// <summary>Whether the member puts a page into a page table.</summary>
    public bool IsInstall(ISymbol? member) =>
        member is IMethodSymbol method
        && method.Name.StartsWith("Insert", StringComparison.Ordinal)
        && (SymbolEqualityComparer.Default.Equals(method.ContainingType, _vma) || SymbolEqualityComparer.Default.Equals(method.ContainingType, _addressSpace));
}
