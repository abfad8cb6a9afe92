using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Contracts;

/// <summary>One place where contracts are written: attributes, annotations of another vendor, contract files.</summary>
/// <remarks>
/// Implementations are called concurrently and for any symbol, broken code included. They never throw; what cannot be
/// read says nothing.
/// </remarks>
internal interface IContractSource
{
    /// <summary>
    /// What this source says of the symbol itself, without what it inherits. Names in the contract are the parameter
    /// names of <paramref name="symbol"/>.
    /// </summary>
    /// <param name="symbol">An original definition: a method, property, field, type or assembly.</param>
    /// <returns><see langword="null"/>: nothing.</returns>
    MemberContract? Read(ISymbol symbol);
}
