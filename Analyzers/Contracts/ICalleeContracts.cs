using System.Threading;
using Microsoft.CodeAnalysis;

namespace Devmap.Analyzers.Contracts;

/// <summary>What a body that calls a method may rely on.</summary>
internal interface ICalleeContracts
{
    /// <summary>What is declared for the method, or else what its body was seen to do; <see cref="MemberContract.None"/>: neither.</summary>
    MemberContract Of(IMethodSymbol method, CancellationToken cancellation);
}
