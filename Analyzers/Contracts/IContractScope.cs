using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Contracts;

/// <summary>
/// Of whom something can be said in a compilation. Of nearly everything in the framework nothing can, and to know it
/// saves the reading of its attributes and of what it implements.
/// </summary>
internal interface IContractScope
{
    /// <summary>Whether an attribute or a file may say something of the symbol, or of what it inherits from.</summary>
    bool Covers(ISymbol symbol);
}
