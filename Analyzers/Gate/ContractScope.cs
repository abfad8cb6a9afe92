using System.Collections.Generic;
using Devmap.Analyzers.Contracts;
using Devmap.Analyzers.Contracts.Files;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Gate;

/// <summary>Tells it by the assembly that a member is declared in, and by its name in contract files.</summary>
internal sealed class ContractScope : IContractScope
{
    private readonly HashSet<IAssemblySymbol> _speaking = new(SymbolEqualityComparer.Default);
    private readonly ContractNames _inFiles = new();

    public ContractScope(Compilation compilation, ContractFileSet files)
    {
        _speaking.Add(compilation.Assembly);
        _speaking.UnionWith(ContractPresence.AssembliesInSight(compilation));
        FileNames.Add(files, _inFiles);

        // Well known: these say something without anybody's words.
        _inFiles.Add("Dispose");
        _inFiles.Add("DisposeAsync");
    }

    /// <inheritdoc/>
    public bool Covers(ISymbol symbol) =>
        symbol is not (IMethodSymbol or IPropertySymbol or IFieldSymbol)
        || symbol.ContainingAssembly is not { } assembly
        || _speaking.Contains(assembly)
        || _inFiles.AdmitsAll
        || _inFiles.Names.Contains(MentionedNames.Of(symbol))
        || (symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } && _inFiles.Names.Contains(MentionedNames.Creation));
}
