using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Flow.Names;

/// <summary>What is known of one lambda or local function without running it.</summary>
internal sealed class NestedFunction
{
    public NestedFunction(IMethodSymbol symbol) => Symbol = symbol;

    public IMethodSymbol Symbol { get; }

    /// <summary>The variables from outside that it uses itself.</summary>
    public HashSet<ISymbol> Captures { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Those of the functions that it calls as well.</summary>
    public HashSet<ISymbol> AllCaptures { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The variables from outside that it assigns to itself.</summary>
    public HashSet<ISymbol> Written { get; } = new(SymbolEqualityComparer.Default);

    public bool IsIterator { get; set; }

    /// <summary>Every mention of it is a call that can be followed.</summary>
    public bool RunsOnlyWhereCalled { get; set; }
}
